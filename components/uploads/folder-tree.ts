import type { Entry } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import { addFailed, addFiles } from "./upload-store";

/** A file and the folders it lay in, from the outermost: `["Trip", "Day 1"]`; no file for a folder that may be empty. */
export type Placed = { file: File | null; folders: string[] };

/** Makes the folders that the files lay in and puts the files in the queue. Each top folder that is taken gets a number. */
export async function addPlaced(placed: Placed[], parentId: string, onMade: () => void): Promise<void> {
  const made = new Map<string, string>();
  for (const { file, folders } of placed) {
    const folderId = await ensureFolder(folders, parentId, made);
    const name = file?.name ?? folders.at(-1) ?? "";
    if (!folderId) addFailed(name, `The folder “${folders.at(-1)}” could not be made. Drop it again.`);
    else if (file) addFiles([file], folderId);
  }
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

/** Files as a drop gives them, folders walked to their end. */
export async function placedOfDrop(items: DataTransferItemList): Promise<Placed[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const found = await Promise.all(entries.map((entry) => walk(entry, [])));
  return found.flat();
}

async function walk(entry: FileSystemEntry, folders: string[]): Promise<Placed[]> {
  if (isFile(entry))
    return [{ file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)), folders }];
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: Placed[] = [{ file: null, folders: [...folders, entry.name] }];
  for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader)) {
    for (const child of batch) found.push(...(await walk(child, [...folders, entry.name])));
  }
  return found;
}

const readBatch = (reader: FileSystemDirectoryReader) =>
  new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
