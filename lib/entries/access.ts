import "server-only";
import type { Caller } from "@/lib/auth/session";
import * as repo from "@/lib/entries/repo";
import type { EntryRow, Pointer } from "@/lib/entries/row";
import type { Role } from "@/lib/entries/schema";
import { AppError } from "@/lib/errors";

/** Folders nest at most this deep (DESIGN 3). */
export const MAX_DEPTH = 64;

/** An entry that was found, and the folders above it up to the top, nearest first. */
export type Found = { row: EntryRow; pointer: Pointer; ancestors: Pointer[] };

/** A folder to put things into: the caller's top folder, or a folder found by id. */
export type Place = { folderId: string; ownerId: string; ancestors: Pointer[] };

/**
 * The one answer to who may do what: the owner may everything; what anyone may not see, is below the trash or does not
 * exist is `not_found` alike (SECURITY 9).
 */
export async function requireEntry(user: Caller, entryId: string, _role: Role): Promise<Found> {
  const found = await findLiveEntry(entryId);
  if (!found || found.row.ownerId !== user.id) throw new AppError("not_found");
  return found;
}

/** The folder that `folderId` names for this caller; `root` is the caller's own top folder. */
export async function requirePlace(user: Caller, folderId: string, role: Role): Promise<Place> {
  if (folderId === "root") return { folderId: user.id, ownerId: user.id, ancestors: [] };
  const { row, pointer, ancestors } = await requireEntry(user, folderId, role);
  if (row.kind !== "folder") throw new AppError("not_found", { detail: "There is no such folder." });
  return { folderId, ownerId: row.ownerId, ancestors: [pointer, ...ancestors] };
}

/** An entry that neither is in the trash nor has an ancestor there. Asks no rights: that is the caller's to do. */
export async function findLiveEntry(entryId: string): Promise<Found | null> {
  const found = await repo.findWithRow(entryId);
  if (!found || found.pointer.trashedAt !== null || found.pointer.purging) return null;
  const ancestors = await findAncestors(found.pointer);
  return ancestors ? { ...found, ancestors } : null;
}

/** The folders above, nearest first; null when one of them is in the trash or gone. */
async function findAncestors(pointer: Pointer): Promise<Pointer[] | null> {
  const ancestors: Pointer[] = [];
  let at = pointer;
  while (at.parentId !== at.ownerId) {
    const parent = await repo.findPointer(at.parentId);
    if (!parent || parent.trashedAt !== null || parent.purging || ancestors.length > MAX_DEPTH) return null;
    ancestors.push(parent);
    at = parent;
  }
  return ancestors;
}

/** Whether an entry is the given folder or below it, and reachable. */
export async function isBelow(entryId: string, ancestorId: string): Promise<boolean> {
  if (entryId === ancestorId) return true;
  const found = await findLiveEntry(entryId);
  return found?.ancestors.some((ancestor) => ancestor.id === ancestorId) ?? false;
}

/**
 * Keeps the rows that can be reached: no folder above them is in the trash; of those, where asked, the ones below the folder
 * `within`. Reads each folder once.
 */
export async function keepReachable(rows: EntryRow[], within?: string): Promise<EntryRow[]> {
  const known = new Map<string, Pointer>();
  let wanted = parentsOf(rows);
  for (let depth = 0; wanted.length > 0 && depth <= MAX_DEPTH; depth++) {
    const found = await repo.findPointers(wanted);
    for (const [id, pointer] of found) known.set(id, pointer);
    wanted = parentsOf([...found.values()]).filter((id) => !known.has(id));
  }
  return rows.filter((row) => row.trashedAt === null && reaches(row, known, within));
}

const parentsOf = (children: Pick<EntryRow, "parentId" | "ownerId">[]): string[] => [
  ...new Set(children.filter((child) => child.parentId !== child.ownerId).map((child) => child.parentId)),
];

function reaches(row: EntryRow, known: Map<string, Pointer>, within?: string): boolean {
  let isWithin = within === undefined;
  let at: Pick<Pointer, "parentId" | "ownerId"> = row;
  while (at.parentId !== at.ownerId) {
    const parent = known.get(at.parentId);
    if (!parent || parent.trashedAt !== null || parent.purging) return false;
    isWithin ||= parent.id === within;
    at = parent;
  }
  return isWithin;
}
