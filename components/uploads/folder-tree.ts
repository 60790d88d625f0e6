import type { Entry } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import type { Placement } from "./upload-plan";
import { addFailed, addFiles } from "./upload-queue";

/** A file and the folders it lay in, from the outermost: `["Trip", "Day 1"]`; no file for a folder that may be empty. */
export type Placed = { file: File | null; folders: string[]; handle?: FileSystemFileHandle };

/** Makes the folders that the files lay in and puts the files in the queue. Each top folder that is taken gets a number. */
export async function addPlaced(placed: Placed[], parentId: string, onMade: () => void): Promise<void> {
  const made = new Map<string, string>();
  const placements: Placement[] = [];
  for (const { file, folders, handle } of placed) {
    const folderId = await ensureFolder(folders, parentId, made);
    const name = file?.name ?? folders.at(-1) ?? "";
    if (!folderId) addFailed(name, "folderNotMade");
    else if (file) placements.push({ file, parentId: folderId, handle });
  }
  await addFiles(placements);
  // Empty folders bring no upload along that would show them.
  if (made.size > 0) onMade();
}

async function ensureFolder(folders: string[], parentId: string, made: Map<string, string>): Promise<string | null> {
  const name = folders.at(-1);
  if (name === undefined) return parentId;
  const path = JSON.stringify(folders);
  const known = made.get(path);
  if (known) return known;
  const above = await ensureFolder(folders.slice(0, -1), parentId, made);
  if (!above) return null;
  const body = { parentId: above, name, onConflict: "rename" };
  const result = await callApi<Entry>("/api/folders", { method: "POST", body });
  if (!result.ok) return null;
  made.set(path, result.value.id);
  return result.value.id;
}

/** Files as an `<input webkitdirectory>` gives them. */
export const placedOf = (file: File): Placed => ({ file, folders: file.webkitRelativePath.split("/").slice(0, -1) });

/** What Chromium gives besides the entry: a way back to the file that outlives the page (not in TypeScript's library yet). */
type Dropped = DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> };

/** Files as a drop gives them, folders walked to their end. */
export async function placedOfDrop(items: DataTransferItemList): Promise<Placed[]> {
  // All at once: after the event the list is empty.
  const dropped = [...items].flatMap((item: Dropped) => {
    const entry = item.webkitGetAsEntry();
    const handle = item.getAsFileSystemHandle?.().catch(() => null) ?? Promise.resolve(null);
    return entry ? [{ entry, handle }] : [];
  });
  const found = await Promise.all(dropped.map(async ({ entry, handle }) => walk(entry, await handle, [])));
  return found.flat();
}

async function walk(entry: FileSystemEntry, handle: FileSystemHandle | null, folders: string[]): Promise<Placed[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, folders, handle: isFileHandle(handle) ? handle : undefined }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const inside = [...folders, entry.name];
  const found: Placed[] = [{ file: null, folders: inside }];
  for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader)) {
    for (const child of batch) found.push(...(await walk(child, await handleIn(handle, child), inside)));
  }
  return found;
}

async function handleIn(folder: FileSystemHandle | null, { name, isFile }: FileSystemEntry) {
  if (!isFolderHandle(folder)) return null;
  return (isFile ? folder.getFileHandle(name) : folder.getDirectoryHandle(name)).catch(() => null);
}

const readBatch = (reader: FileSystemDirectoryReader) =>
  new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFileHandle = (handle: FileSystemHandle | null): handle is FileSystemFileHandle => handle?.kind === "file";
const isFolderHandle = (handle: FileSystemHandle | null): handle is FileSystemDirectoryHandle =>
  handle?.kind === "directory";
