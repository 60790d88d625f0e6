import "server-only";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Caller } from "@/lib/auth/session";
import { isWritten } from "@/lib/aws/conditional";
import { dynamo, table } from "@/lib/aws/dynamo";
import { keys } from "@/lib/aws/keys";
import { transact } from "@/lib/aws/transact";
import * as repo from "@/lib/entries/repo";
import { EntryRow, pointerItem, rowKey } from "@/lib/entries/row";
import { purgeEntry } from "@/lib/entries/trash";
import { listVersionRows, type VersionRow } from "@/lib/entries/version-repo";
import { addUsage, kindOfType, releaseObject, wordWrites } from "@/lib/entries/writes";
import { AppError } from "@/lib/errors";
import { type JobHandler, jobWrite } from "@/lib/jobs/jobs";

const PAGE = 100;

/**
 * Takes away an entry and all below it. Each step is one transaction that removes what it undid, so a crash anywhere leaves
 * a smaller tree and the same job; objects go later, once no version names them (SECURITY 27).
 */
export const runPurge: JobHandler = async ({ row }, keepLease) => {
  await purgeTree(EntryRow.parse(JSON.parse(row ?? "null")), keepLease);
};

/** Deletes all that is in the caller's trash for good: the first page now, the rest as a job. What is trashed later stays. */
export async function emptyTrash(user: Caller, now = new Date()): Promise<void> {
  const before = now.toISOString();
  const { rows, nextCursor } = await repo.listTrashRows(user.id, PAGE);
  for (const row of rows) if (row.trashedAt !== null && row.trashedAt <= before) await purgeIfThere(row);
  if (nextCursor) await transact({ job: jobWrite("empty-trash", { ownerId: user.id, before }, now) });
}

/** Purges what was in an owner's trash when the job was made. */
export const runEmptyTrash: JobHandler = async ({ ownerId = "", before = "" }, keepLease) => {
  let cursor: string | undefined;
  do {
    const page = await repo.listTrashRows(ownerId, PAGE, cursor);
    for (const row of page.rows) {
      if (row.trashedAt !== null && row.trashedAt <= before) await purgeIfThere(row);
    }
    await keepLease();
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
};

/** Takes away all entries of an owner whose account is gone, in the trash and out of it. */
export async function purgeEverything(ownerId: string, keepLease: () => Promise<void>): Promise<void> {
  const query = { sort: "name", order: "asc", limit: PAGE } as const;
  await purgeAll(() => repo.listTrashRows(ownerId, PAGE), keepLease);
  await purgeAll(() => repo.listRows(ownerId, query), keepLease);
}

async function purgeAll(read: () => Promise<repo.RowPage>, keepLease: () => Promise<void>): Promise<void> {
  for (let { rows } = await read(); rows.length > 0; { rows } = await read()) {
    let purged = 0;
    for (const row of rows) purged += (await purgeTree(row, keepLease)) ? 1 : 0;
    if (purged === 0) throw new Error("There are rows whose pointers point elsewhere");
    await keepLease();
  }
}

/** Purges one trashed entry for its owner; one that was restored or purged meanwhile is no error. */
export async function purgeIfThere(row: EntryRow): Promise<void> {
  try {
    await purgeEntry({ id: row.ownerId }, row.id);
  } catch (error) {
    if (!(error instanceof AppError && error.code === "not_found")) throw error;
  }
}

// False when the entry is not where the row says: it was moved away, and what it holds is live.
async function purgeTree(row: EntryRow, keepLease: () => Promise<void>): Promise<boolean> {
  if (!(await claim(row))) return false;
  if (row.kind === "folder") await purgeBelow(row, keepLease);
  else await purgeVersions(row);
  await removeEntry(row);
  return true;
}

async function purgeBelow(folder: EntryRow, keepLease: () => Promise<void>): Promise<void> {
  const query = { sort: "name", order: "asc", limit: PAGE } as const;
  for (let rows = await rowsOf(folder, query); rows.length > 0; rows = await rowsOf(folder, query)) {
    let purged = 0;
    for (const row of rows) purged += (await purgeTree(row, keepLease)) ? 1 : 0;
    await keepLease();
    const after = purged > 0 ? [] : await rowsOf(folder, query);
    if (after.length > 0) throw new Error(`Folder ${folder.id} has rows whose pointers point elsewhere`);
  }
}

const rowsOf = async (folder: EntryRow, query: Parameters<typeof repo.listRows>[1]): Promise<EntryRow[]> =>
  (await repo.listRows(folder.id, query)).rows;

// From here on no upload, move, overwrite or new folder can touch it or put anything below: their transactions check for this
// mark. The condition is the other half: what was moved away between the listing and now is not ours to take.
async function claim(row: EntryRow): Promise<boolean> {
  const put = new PutCommand({
    TableName: table(),
    Item: { ...pointerItem(row), purging: true },
    ConditionExpression: "rowSk = :rowSk AND parentId = :parentId",
    ExpressionAttributeValues: { ":rowSk": rowKey(row).sk, ":parentId": row.parentId },
  });
  return isWritten(dynamo().send(put));
}

async function purgeVersions(file: EntryRow): Promise<void> {
  for (let rows = await listVersionRows(file.id, PAGE); rows.length > 0; rows = await listVersionRows(file.id, PAGE)) {
    for (const version of rows) await dropVersionRow(file, version);
  }
}

/** Removes a version's row, gives its bytes back and lets go of its object; a second time is no error. */
export async function dropVersionRow(file: EntryRow, version: VersionRow): Promise<Set<string>> {
  return transact<string>({
    version: { Delete: { Key: keys.version(file.id, version.id), ConditionExpression: "attribute_exists(pk)" } },
    object: releaseObject(version.objectKey, 1),
    usage: addUsage(file.ownerId, { used: -version.size, kind: kindOfType(version.type) }),
  });
}

async function removeEntry(row: EntryRow): Promise<void> {
  const files = row.kind === "file" ? -1 : 0;
  await transact<string>({
    pointer: { Delete: { Key: keys.pointer(row.id), ConditionExpression: "attribute_exists(pk)" } },
    row: { Delete: { Key: rowKey(row) } },
    star: { Delete: { Key: keys.star(row.ownerId, row.id) } },
    usage: addUsage(row.ownerId, { files, kind: kindOfType(row.type) }),
    ...wordWrites(row, null),
  });
}
