import "server-only";
import { noteActivity } from "@/lib/activity/activity";
import type { User } from "@/lib/auth/session";
import { keys } from "@/lib/aws/keys";
import { transact, type Write } from "@/lib/aws/transact";
import { MAX_DEPTH, type Place, requireEntry, requirePlace } from "@/lib/entries/access";
import { tooDeep } from "@/lib/entries/entries";
import { freeName } from "@/lib/entries/free-name";
import { type EntryRow, etagOf, rowItem, rowKey, toEntry } from "@/lib/entries/row";
import type { Entry, PatchEntry } from "@/lib/entries/schema";
import { otherNameKey, removeRow, replaceRow, repoint, stillUnder, wordWrites } from "@/lib/entries/writes";
import { AppError, invalid } from "@/lib/errors";

const TRIES = 20;

type Change = PatchEntry & { entryId: string; ifMatch?: string | null };

/**
 * Renames, moves and stars, all or nothing, in one step whatever is below (DESIGN 3).
 * @throws AppError `name_taken`, `cycle`, `precondition_failed`, `not_found`.
 */
export async function patchEntry(user: User, change: Change): Promise<Entry> {
  if (change.name === undefined && change.parentId === undefined && change.starred === undefined) {
    throw invalid("", "Say what to change: name, parentId or starred.");
  }
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { row } = await requireEntry(user, change.entryId, "editor");
    requireMatch(row, change.ifMatch);
    const place = change.parentId === undefined ? null : await requirePlace(user, change.parentId, "editor");
    if (place) refuseCycle(row, place);
    const after = await changedRow(row, change, place, attempt);
    if (isSame(row, after)) return toEntry(row, { id: user.id, role: "owner" });
    const refused = await transact<string>(changeWrites(row, after, place));
    if (refused.size === 0) {
      await noteChange(user, row, after);
      return toEntry(after, { id: user.id, role: "owner" });
    }
    if (refused.has("target") || refused.has("other")) refuseTaken(change);
  }
  throw new AppError("conflict");
}

// A star is one's own mark, nothing that was done to the entry.
async function noteChange(user: User, before: EntryRow, after: EntryRow): Promise<void> {
  const deed = { userId: after.ownerId, entryId: after.id, byId: user.id };
  if (before.name !== after.name) await noteActivity({ ...deed, action: "entry.renamed" });
  if (before.parentId !== after.parentId) await noteActivity({ ...deed, action: "entry.moved" });
}

/** @throws AppError `precondition_failed` when the entry is no longer the one whose etag is given. */
export function requireMatch(row: EntryRow, ifMatch: string | null | undefined): void {
  if (!ifMatch || ifMatch === "*") return;
  const tags = ifMatch.split(",").map((tag) => tag.trim().replaceAll('"', ""));
  if (!tags.includes(etagOf(row))) throw new AppError("precondition_failed");
}

function refuseCycle(row: EntryRow, place: Place): void {
  if (place.folderId === row.id || place.ancestors.some((ancestor) => ancestor.id === row.id))
    throw new AppError("cycle");
  if (place.ancestors.length >= MAX_DEPTH) throw tooDeep();
}

function refuseTaken(change: Change): void {
  if (change.onConflict !== "rename") throw new AppError("name_taken");
}

async function changedRow(row: EntryRow, change: Change, place: Place | null, attempt: number): Promise<EntryRow> {
  const parentId = place?.folderId ?? row.parentId;
  const wanted = change.name ?? row.name;
  const isMoved = parentId !== row.parentId || wanted !== row.name;
  const mustFind = change.onConflict === "rename" && isMoved && attempt > 0;
  const name = mustFind ? await freeName(parentId, wanted) : wanted;
  const starred = change.starred ?? row.starred;
  return { ...row, parentId, name, starred, revision: row.revision + 1 };
}

const isSame = (before: EntryRow, after: EntryRow): boolean =>
  before.parentId === after.parentId && before.name === after.name && before.starred === after.starred;

function changeWrites(before: EntryRow, after: EntryRow, place: Place | null): Record<string, Write> {
  const star = starWrite(before, after);
  const from = rowKey(before);
  const to = rowKey(after);
  if (from.pk === to.pk && from.sk === to.sk)
    return { source: replaceRow(before, after), ...wordWrites(before, after), ...star };
  const guards = (place?.ancestors ?? []).map((ancestor) => [`above:${ancestor.id}`, stillUnder(ancestor)]);
  return {
    source: removeRow(before),
    target: { Put: { Item: rowItem(after), ConditionExpression: "attribute_not_exists(pk)" } },
    other: { ConditionCheck: { Key: otherNameKey(after), ConditionExpression: "attribute_not_exists(pk)" } },
    pointer: repoint(before, after),
    ...Object.fromEntries(guards),
    ...wordWrites(before, after),
    ...star,
  };
}

function starWrite(before: EntryRow, after: EntryRow): Record<string, Write> {
  if (before.starred === after.starred) return {};
  const key = keys.star(after.ownerId, after.id);
  return { star: after.starred ? { Put: { Item: { ...key, id: after.id } } } : { Delete: { Key: key } } };
}
