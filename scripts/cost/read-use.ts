import { z } from "zod";
import { type Item, scanTable } from "../table/scan";

export const DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** How a drive is used, by what its table records; sizes in bytes. "Lately" is the last 30 days. */
export type Use = {
  users: number;
  /** What the store holds for people: each content once, however many copies name it, old versions and trash too. */
  contents: number;
  storedBytes: number;
  /** What came lately and is still there. What was purged since is not known any more. */
  uploadedBytes: number;
  /** Downloads by links lately. Of a folder's the size is not recorded, and nobody's own downloads are. */
  linkDownloads: number;
  linkBytes: number;
  folderDownloads: number;
  rows: number;
  /** As JSON, which is near to what DynamoDB counts, without the indexes. */
  rowBytes: number;
};

const Version = z.object({ objectKey: z.string(), size: z.number(), createdAt: z.string() });
const Row = z.object({ id: z.string(), kind: z.enum(["file", "folder"]), size: z.number().nullable() });
const Download = z.object({ action: z.literal("link.downloaded"), at: z.string(), entryId: z.string() });

type Seen = {
  contents: Map<string, { size: number; createdAt: string }>;
  sizes: Map<string, number>;
  /** How often lately, by entry. */
  downloads: Map<string, number>;
};

/** Reads the whole table once and sums up how the drive is used. */
export async function readUse(now = new Date()): Promise<Use> {
  const since = new Date(now.getTime() - DAYS * DAY_MS).toISOString();
  const seen: Seen = { contents: new Map(), sizes: new Map(), downloads: new Map() };
  const use = { users: 0, rows: 0, rowBytes: 0 };
  for await (const item of scanTable()) {
    use.rows++;
    use.rowBytes += Buffer.byteLength(JSON.stringify(item));
    if (String(item.pk).startsWith("USER#") && item.sk === item.pk) use.users++;
    note(seen, item, since);
  }
  return { ...use, ...contentsOf(seen, since), ...downloadsOf(seen) };
}

function note({ contents, sizes, downloads }: Seen, item: Item, since: string): void {
  const [pk, sk] = [String(item.pk), String(item.sk)];
  if (sk.startsWith("VERSION#")) {
    const { objectKey, size, createdAt } = Version.parse(item);
    const known = contents.get(objectKey);
    // A copy is a later version of the same content: nothing was uploaded for it.
    if (!known || createdAt < known.createdAt) contents.set(objectKey, { size, createdAt });
  }
  if (/^(DIR|TRASH)#/.test(pk)) {
    const { id, kind, size } = Row.parse(item);
    if (kind === "file") sizes.set(id, size ?? 0);
  }
  const download = pk.startsWith("ACT#") ? Download.safeParse(item) : null;
  if (!download?.success || download.data.at < since) return;
  downloads.set(download.data.entryId, (downloads.get(download.data.entryId) ?? 0) + 1);
}

function contentsOf({ contents }: Seen, since: string) {
  const all = [...contents.values()];
  const sum = (some: typeof all) => some.reduce((bytes, { size }) => bytes + size, 0);
  const lately = all.filter(({ createdAt }) => createdAt >= since);
  return { contents: all.length, storedBytes: sum(all), uploadedBytes: sum(lately) };
}

function downloadsOf({ downloads, sizes }: Seen) {
  let [linkDownloads, linkBytes, folderDownloads] = [0, 0, 0];
  for (const [entryId, count] of downloads) {
    const size = sizes.get(entryId);
    linkDownloads += count;
    if (size === undefined) folderDownloads += count;
    else linkBytes += count * size;
  }
  return { linkDownloads, linkBytes, folderDownloads };
}
