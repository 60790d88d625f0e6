import { EntryRow } from "@/lib/entries/row";
import { type Item, scanTable } from "../table/scan";

const IN_FOLDER_OR_TRASH = /^(DIR|TRASH)#/;

/** The file that a row of the table is, or null: folders, pointers, versions and all else are none. */
export function fileOf(item: Item): EntryRow | null {
  return item.kind === "file" && IN_FOLDER_OR_TRASH.test(String(item.pk)) ? EntryRow.parse(item) : null;
}

export type Seen = { owners: Set<string>; files: Set<string>; since: Date };

/**
 * Files of these owners that a walk through their folders did not come by: such a table is broken, and `npm run fsck` says where.
 * What came after the walk began is not meant.
 */
export async function unreachedFiles({ owners, files, since }: Seen): Promise<EntryRow[]> {
  const unreached: EntryRow[] = [];
  for await (const item of scanTable()) {
    const file = fileOf(item);
    const isMeant = file && owners.has(file.ownerId) && !files.has(file.id) && file.createdAt < since.toISOString();
    if (isMeant) unreached.push(file);
  }
  return unreached;
}
