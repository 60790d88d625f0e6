import { notFound } from "next/navigation";
import { FolderView } from "@/components/entries/folder-view";
import { listFolder, pathOf, requireFolderView } from "@/lib/entries/entries";
import { Id, ListFolder } from "@/lib/entries/schema";
import { orNotFound, requirePageUser } from "@/lib/http/page";

export default async function FolderPage({ params, searchParams }: PageProps<"/drive/[folderId]">) {
  const { folderId } = await params;
  const parent = Id.safeParse(folderId);
  if (!parent.success) notFound();
  const user = await requirePageUser(`/drive/${parent.data}`);
  const { sort, order } = await searchParams;
  const query = { ...ListFolder.catch(ListFolder.parse({})).parse({ sort, order }), parent: parent.data };
  const work = Promise.all([
    requireFolderView(user, query.parent),
    pathOf(user, query.parent),
    listFolder(user, query),
  ]);
  const [folder, path, page] = await orNotFound(work);
  return <FolderView folder={folder} path={path} page={page} sort={query.sort} order={query.order} />;
}
