import type { FolderToMake, Plan } from "@/lib/uploads/client-plans";

/** A file and where it goes, by way of folders that are not there yet; with a handle where the browser gave one. */
export type Placement = {
  /** None for the last of the folders itself, which is empty. */
  file: File | null;
  parentId: string;
  folders?: FolderToMake[];
  handle?: FileSystemFileHandle;
  name?: string;
};

let userId = "";

/** What this tab is called by its uploads. */
export const tabId = newKey();

/** Whose uploads these are. */
export function ownUploads(id: string): void {
  userId = id;
}

/** The plan of an upload that has not begun. */
export function newPlan({ file, parentId, folders, handle, name = file?.name ?? "" }: Placement): Plan {
  const { size, type, lastModified } = file ?? { size: 0, type: "", lastModified: 0 };
  const id = newKey();
  return {
    id,
    startKey: newKey(),
    userId,
    tabId,
    parentId,
    folders,
    name,
    size,
    type,
    lastModified,
    handle,
    savedAt: Date.now(),
  };
}

/** A key that nobody else has drawn. Not randomUUID: without HTTPS a browser has none. */
export function newKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}
