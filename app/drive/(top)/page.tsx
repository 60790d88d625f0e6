import type { Metadata } from "next";
import { cookies } from "next/headers";
import { FolderView } from "@/components/entries/folder-view";
import { VIEW_COOKIE, viewOf } from "@/components/entries/view";
import { listFolder, pathOf, requireFolderView } from "@/lib/entries/entries";
import { FIRST_ENTRIES, ListFolder } from "@/lib/entries/schema";
import { requirePageUser } from "@/lib/http/page";

export const metadata: Metadata = { title: "My files" };

export default async function DrivePage({ searchParams }: PageProps<"/drive">) {
  const user = await requirePageUser("/drive");
  const { sort, order } = await searchParams;
  const query = ListFolder.catch(ListFolder.parse({})).parse({ sort, order, limit: FIRST_ENTRIES });
  const [folder, path, page] = await Promise.all([
    requireFolderView(user, "root"),
    pathOf(user, "root"),
    listFolder(user, query),
  ]);
  const view = viewOf((await cookies()).get(VIEW_COOKIE)?.value);
  const shown = { id: folder.id, name: folder.name };
  return <FolderView folder={shown} path={path} page={page} sort={query.sort} order={query.order} view={view} />;
}
