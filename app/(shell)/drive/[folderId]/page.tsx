import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { FolderView } from "@/components/entries/folder-view";
import { SORT_COOKIE, sortingOf, VIEW_COOKIE, viewOf } from "@/components/entries/view";
import { listFolder, pathOf, requireFolderView } from "@/lib/entries/entries";
import { FIRST_ENTRIES, ListFolder } from "@/lib/entries/schema";
import { orNotFound, requirePageUser } from "@/lib/http/page";
import { Id } from "@/lib/id";

const requireFolder = cache(async (folderId: string) => {
  const parent = Id.safeParse(folderId);
  if (!parent.success) notFound();
  const user = await requirePageUser();
  return { user, folder: await orNotFound(requireFolderView(user, parent.data)) };
});

export async function generateMetadata({ params }: PageProps<"/drive/[folderId]">): Promise<Metadata> {
  const { folder } = await requireFolder((await params).folderId);
  return { title: folder.name };
}

export default async function FolderPage({ params, searchParams }: PageProps<"/drive/[folderId]">) {
  const { user, folder } = await requireFolder((await params).folderId);
  const jar = await cookies();
  const sorting = sortingOf(await searchParams, jar.get(SORT_COOKIE)?.value);
  const query = {
    ...ListFolder.catch(ListFolder.parse({})).parse({ ...sorting, limit: FIRST_ENTRIES }),
    parent: folder.id,
  };
  const [path, page] = await orNotFound(Promise.all([pathOf(user, folder.id), listFolder(user, query)]));
  const view = viewOf(jar.get(VIEW_COOKIE)?.value);
  const shown = { id: folder.id, name: folder.name };
  return <FolderView folder={shown} path={path} page={page} sort={query.sort} order={query.order} view={view} />;
}
