import type { Metadata } from "next";
import { FolderView } from "@/components/entries/folder-view";
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
  return <FolderView folder={folder} path={path} page={page} sort={query.sort} order={query.order} />;
}
