import "server-only";
import { noteActivity } from "@/lib/activity/activity";
import type { User } from "@/lib/auth/session";
import { transact, type Write } from "@/lib/aws/transact";
import { deedId } from "@/lib/deed";
import { MAX_DEPTH, type Place, requireEntry, requirePlace } from "@/lib/entries/access";
import { freeName } from "@/lib/entries/free-name";
import * as repo from "@/lib/entries/repo";
import { type EntryRow, etagOf, toEntry } from "@/lib/entries/row";
import type { CreateFolder, Entry, ListFolder, Page, Path } from "@/lib/entries/schema";
import { createWrites } from "@/lib/entries/writes";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";

const TRIES = 50;

/** What the top folder is called in a path. */
export const TOP_NAME = "My files";

const asOwner = (user: User, row: EntryRow): Entry => toEntry(row, { id: user.id, role: "owner" });

/** One page of a folder, folders first. */
export async function listFolder(user: User, query: ListFolder): Promise<Page<Entry>> {
  const place = await requirePlace(user, query.parent, "viewer");
  const { rows, nextCursor } = await repo.listRows(place.folderId, query);
  return { items: rows.map((row) => asOwner(user, row)), nextCursor };
}

/** Rows of a folder without asking rights, for a link's visitor whose rights were asked before. */
export const listRows = repo.listRows;

/** The row a pointer points at, without asking rights, for the names of the folders between a link's entry and its visitor. */
export const findRow = repo.findRow;

/** The entry of a kind and name in a folder, without asking rights: for whoever was let into the folder. */
export const findByName = repo.findByName;

/** One entry; `root` is the caller's top folder, drawn as a folder that lies nowhere. */
export async function getEntry(user: User, entryId: string): Promise<Entry> {
  if (entryId === "root") return topFolder(user);
  const { row } = await requireEntry(user, entryId, "viewer");
  return asOwner(user, row);
}

/** A folder to draw as a page. @throws AppError `not_found` for a file. */
export async function requireFolderView(user: User, folderId: string): Promise<Entry> {
  const entry = await getEntry(user, folderId);
  if (entry.kind !== "folder") throw new AppError("not_found");
  return entry;
}

function topFolder(user: User): Entry {
  const base = {
    id: "root",
    kind: "folder" as const,
    name: TOP_NAME,
    parentId: null,
    size: null,
    type: null,
    checksum: null,
  };
  const times = { createdAt: user.createdAt, modifiedAt: user.createdAt, trashedAt: null };
  const etag = etagOf({ id: user.id, parentId: "", revision: 0 });
  return { ...base, ...times, versionId: null, starred: false, ownerId: user.id, role: "owner", etag };
}

/** Where an entry is, from the top folder down to itself. */
export async function pathOf(user: User, entryId: string): Promise<Path> {
  const top = { id: "root", name: TOP_NAME };
  if (entryId === "root") return { items: [top] };
  const { row, ancestors } = await requireEntry(user, entryId, "viewer");
  const above = await Promise.all(ancestors.toReversed().map(repo.findRow));
  const named = [...above, row].flatMap((each) => (each ? [{ id: each.id, name: each.name }] : []));
  return { items: [top, ...named] };
}

/** Makes a folder. @throws AppError `name_taken` unless `onConflict` says to rename. */
export async function createFolder(user: User, input: CreateFolder, now = new Date()): Promise<Entry> {
  const place = await requirePlace(user, input.parentId, "editor");
  if (place.ancestors.length >= MAX_DEPTH) throw tooDeep();
  const row: EntryRow = { ...newRow(place, input.name, now), id: deedId("entry"), kind: "folder" };
  const created = await createRow(row, input.onConflict === "rename", () => ({}));
  await noteActivity({ userId: created.ownerId, action: "entry.created", entryId: created.id, byId: user.id });
  return asOwner(user, created);
}

/** The refusal of a folder nested too deep. */
export const tooDeep = () =>
  new AppError("conflict", { detail: `Folders nest at most ${MAX_DEPTH} deep. Choose a place further up.` });

/** A row that is about to be made: a file without content yet. */
export function newRow(place: Pick<Place, "folderId" | "ownerId">, name: string, now: Date): EntryRow {
  const at = now.toISOString();
  const base = { id: newId(), kind: "file" as const, name, parentId: place.folderId, ownerId: place.ownerId };
  const content = { size: null, type: null, sha256: null, objectKey: null, versionId: null };
  return { ...base, ...content, createdAt: at, modifiedAt: at, trashedAt: null, starred: false, revision: 1 };
}

/**
 * Makes a row visible together with `others`, under the name it has or, where it may be renamed, the next free one. It is
 * all one transaction, so of two who want the same name one gets it. A row whose id is there already was made by an earlier
 * try of the same deed, and is answered as it is.
 * @throws AppError `name_taken`, `not_found` when the folder went to the trash, or what `onRefused` makes of other refusals.
 */
export async function createRow(
  row: EntryRow,
  mayRename: boolean,
  others: (row: EntryRow) => Record<string, Write>,
): Promise<EntryRow> {
  let candidate = row;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const refused = await transact<string>({ ...createWrites(candidate), ...others(candidate) });
    if (refused.size === 0) return candidate;
    const made = refused.has("pointer") ? await repo.findWithRow(candidate.id) : null;
    if (made) return made.row;
    if (refused.has("parent")) throw new AppError("not_found", { detail: "The folder is no longer there." });
    if (!refused.has("row") && !refused.has("other")) throw refusal(refused);
    if (!mayRename) throw new AppError("name_taken");
    candidate = { ...candidate, name: await freeName(candidate.parentId, row.name) };
  }
  throw new AppError("name_taken");
}

/** What a refused transaction means where nothing more exact is known. */
export function refusal(refused: Set<string>): AppError {
  if (refused.has("parent") || refused.has("source") || refused.has("object")) return new AppError("not_found");
  if (refused.has("usage")) return new AppError("quota_exceeded");
  return new AppError(refused.has("upload") ? "gone" : "conflict");
}
