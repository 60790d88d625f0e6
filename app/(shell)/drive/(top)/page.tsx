import type { Metadata } from "next";
import { cookies } from "next/headers";
import { FolderView } from "@/components/entries/folder-view";
import { SORT_COOKIE, sortingOf, VIEW_COOKIE, viewOf } from "@/components/entries/view";
import { listFolder, pathOf, requireFolderView } from "@/lib/entries/entries";
import { FIRST_ENTRIES, ListFolder } from "@/lib/entries/schema";
import { requirePageUser } from "@/lib/http/page";
import { texts } from "@/lib/i18n/server";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await texts())("shell.myFiles") });

export default async function DrivePage({ searchParams }: PageProps<"/drive">) {
  const user = await requirePageUser();
  const jar = await cookies();
  const sorting = sortingOf(await searchParams, jar.get(SORT_COOKIE)?.value);
  const query = ListFolder.catch(ListFolder.parse({})).parse({ ...sorting, limit: FIRST_ENTRIES });
  const [folder, path, page] = await Promise.all([
    requireFolderView(user, "root"),
    pathOf(user, "root"),
    listFolder(user, query),
  ]);
  const view = viewOf(jar.get(VIEW_COOKIE)?.value);
  const shown = { id: folder.id, name: folder.name };
  return <FolderView folder={shown} path={path} page={page} sort={query.sort} order={query.order} view={view} />;
}
