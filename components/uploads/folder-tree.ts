import type { FolderToMake } from "@/lib/uploads/client-plans";
import { newKey } from "./upload-plan";
import { addFailed, addFiles, addReading } from "./upload-queue";
import { findItem, removeItems } from "./upload-store";

/** A file and the folders it lay in, from the outermost: `["Trip", "Day 1"]`; no file for a folder that may be empty. */
export type Placed = { file: File | null; folders: string[]; handle?: FileSystemFileHandle };

/** Puts files in the queue, with the folders that they lay in. Those are made on the way, one key each: none is made twice. */
export async function addPlaced(placed: Placed[], parentId: string): Promise<void> {
  const known = new Map<string, FolderToMake>();
  const within = new Set<string>();
  const toMake = (names: string[]) =>
    names.map((name, depth) => {
      const path = pathOf(names.slice(0, depth + 1));
      const folder = known.get(path) ?? { name, key: newKey() };
      known.set(path, folder);
      return folder;
    });
  for (const { file, folders } of placed) {
    for (let depth = folders.length - (file ? 0 : 1); depth > 0; depth--) within.add(pathOf(folders.slice(0, depth)));
  }
  const wanted = placed.filter(({ file, folders }) => file || !within.has(pathOf(folders)));
  await addFiles(
    wanted.map(({ file, folders, handle }) => ({
      file,
      parentId,
      folders: toMake(folders),
      handle,
      name: file ? undefined : folders.at(-1),
    })),
  );
}

const pathOf = (folders: string[]): string => folders.join("/");

/** Files as an `<input webkitdirectory>` gives them. */
export const placedOf = (file: File): Placed => ({ file, folders: file.webkitRelativePath.split("/").slice(0, -1) });

/** What Chromium gives besides the entry: a way back to the file that outlives the page (not in TypeScript's library yet). */
type Dropped = DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> };

/** Puts what was dropped in the queue. A folder is in the tray while it is walked to its end, and can be given up there. */
export async function addDropped(items: DataTransferItemList, parentId: string): Promise<void> {
  // All at once: after the event the list is empty.
  const dropped = [...items].flatMap((item: Dropped) => {
    const entry = item.webkitGetAsEntry();
    const handle = item.getAsFileSystemHandle?.().catch(() => null) ?? Promise.resolve(null);
    return entry ? [{ entry, handle, id: entry.isDirectory ? addReading(entry.name) : null }] : [];
  });
  const found = await Promise.all(
    dropped.map(async ({ entry, handle, id }) => {
      const isWanted = () => id === null || findItem(id) !== undefined;
      try {
        const placed = await walk({ entry, handle: await handle, folders: [], isWanted });
        return isWanted() ? placed : [];
      } catch {
        addFailed(entry.name, "dropUnreadable");
        return [];
      }
    }),
  );
  const added = addPlaced(found.flat(), parentId);
  removeItems(dropped.flatMap(({ id }) => id ?? []));
  await added;
}

type Walk = { entry: FileSystemEntry; handle: FileSystemHandle | null; folders: string[]; isWanted: () => boolean };

async function walk({ entry, handle, folders, isWanted }: Walk): Promise<Placed[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, folders, handle: isFileHandle(handle) ? handle : undefined }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const inside = [...folders, entry.name];
  const found: Placed[] = [{ file: null, folders: inside }];
  for (let batch = await readBatch(reader); batch.length > 0 && isWanted(); batch = await readBatch(reader)) {
    for (const child of batch) {
      found.push(...(await walk({ entry: child, handle: await handleIn(handle, child), folders: inside, isWanted })));
    }
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
