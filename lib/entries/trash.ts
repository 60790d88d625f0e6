import "server-only";
import { noteActivity } from "@/lib/activity/activity";
import type { Caller } from "@/lib/auth/session";
import { transact } from "@/lib/aws/transact";
import { findLiveEntry, requireEntry } from "@/lib/entries/access";
import { freeName } from "@/lib/entries/free-name";
import { requireMatch } from "@/lib/entries/relocate";
import * as repo from "@/lib/entries/repo";
import { type EntryRow, toEntry } from "@/lib/entries/row";
import type { Entry, ListPlain, Page } from "@/lib/entries/schema";
import { createWrites, removeRow, repoint, wordWrites } from "@/lib/entries/writes";
import { AppError } from "@/lib/errors";
import { jobWrite } from "@/lib/jobs/jobs";

const TRIES = 20;

/** One page of the caller's trash, last trashed first. */
export async function listTrash(user: Caller, { limit, cursor }: ListPlain): Promise<Page<Entry>> {
  const { rows, nextCursor } = await repo.listTrashRows(user.id, limit, cursor);
  return { items: rows.map((row) => toEntry(row, { id: user.id, role: "owner" })), nextCursor };
}

/** Moves an entry to its owner's trash with all that is below it, in one step (DESIGN 3, Trash). */
export async function trashEntry(
  user: Caller,
  entryId: string,
  ifMatch?: string | null,
  now = new Date(),
): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { row } = await requireEntry(user, entryId, "editor");
    requireMatch(row, ifMatch);
    const after = { ...row, trashedAt: now.toISOString(), revision: row.revision + 1 };
    const { row: target } = createWrites(after);
    const refused = await transact({ source: removeRow(row), target, pointer: repoint(row, after) });
    if (refused.size === 0) {
      return noteActivity({ userId: row.ownerId, action: "entry.trashed", entryId, byId: user.id });
    }
  }
  throw new AppError("conflict");
}

/** Puts an entry back where it was; to the top folder if that is gone, and renamed if its name is taken. */
export async function restoreEntry(user: Caller, entryId: string): Promise<Entry> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const row = await requireTrashed(user, entryId);
    const isHome = row.parentId === row.ownerId || (await findLiveEntry(row.parentId)) !== null;
    const parentId = isHome ? row.parentId : row.ownerId;
    const name = await freeName(parentId, row.name);
    const after = { ...row, parentId, name, trashedAt: null, revision: row.revision + 1 };
    const { row: target, other, parent } = createWrites(after);
    const writes = { source: removeRow(row), target, other, parent, pointer: repoint(row, after) };
    const refused = await transact<string>({ ...writes, ...wordWrites(row, after) });
    if (refused.size > 0) continue;
    await noteActivity({ userId: row.ownerId, action: "entry.restored", entryId, byId: user.id });
    return toEntry(after, { id: user.id, role: "owner" });
  }
  throw new AppError("conflict");
}

/** Deletes a trashed entry for good: at once out of sight, and a job takes away what is below and gives the bytes back. */
export async function purgeEntry(user: Caller, entryId: string, now = new Date()): Promise<void> {
  const row = await requireTrashed(user, entryId);
  const pointer = repoint(row, row);
  const item = { ...pointer.Put?.Item, purging: true };
  const mark = { Put: { ...pointer.Put, Item: item } };
  const job = jobWrite("purge", { entryId, row: JSON.stringify(row) }, now);
  const refused = await transact({ source: removeRow(row), pointer: mark, job });
  if (refused.size > 0) throw new AppError("not_found");
  await noteActivity({ userId: user.id, action: "entry.purged", entryId });
}

async function requireTrashed(user: Caller, entryId: string): Promise<EntryRow> {
  const found = await repo.findWithRow(entryId);
  if (found?.pointer.ownerId !== user.id || found.pointer.trashedAt === null || found.pointer.purging)
    throw new AppError("not_found");
  return found.row;
}
