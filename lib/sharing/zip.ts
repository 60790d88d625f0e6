import "server-only";
import { makeZip } from "client-zip";
import { openObject } from "@/lib/aws/s3";
import { listRows } from "@/lib/entries/entries";
import type { EntryRow } from "@/lib/entries/row";

type ZipFolder = { name: string; lastModified: Date };
type ZipFile = ZipFolder & { size: number; input: AsyncIterable<Uint8Array> };

const PAGE = 100;

/**
 * A folder with all below it as a ZIP, for clients that can't put it together themselves (DESIGN 1). It is read from the
 * store while it is sent, a file at a time: memory stays flat, and a file that can't be read breaks the ZIP off.
 */
export const zipOf = (folder: EntryRow): ReadableStream<Uint8Array> => makeZip(entriesBelow(folder, ""));

// Names are safe as they are: no slash, no backslash, no dots alone and no control character is ever kept (API.md, Names).
async function* entriesBelow(folder: EntryRow, path: string): AsyncGenerator<ZipFile | ZipFolder> {
  let cursor: string | null = null;
  do {
    const page = await listRows(folder.id, { sort: "name", order: "asc", limit: PAGE, cursor: cursor ?? undefined });
    for (const row of page.rows) {
      const name = path + row.name;
      const lastModified = new Date(row.modifiedAt);
      if (row.objectKey) yield { name, lastModified, size: row.size ?? 0, input: contentOf(row.objectKey) };
      else yield { name: `${name}/`, lastModified };
      if (row.kind === "folder") yield* entriesBelow(row, `${name}/`);
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
}

// Opened when its turn comes, not before: an idle stream would time out.
async function* contentOf(objectKey: string): AsyncGenerator<Uint8Array> {
  yield* await openObject(objectKey);
}
