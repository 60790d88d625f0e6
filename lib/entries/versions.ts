import "server-only";
import { noteActivity } from "@/lib/activity/activity";
import type { User } from "@/lib/auth/session";
import { keys } from "@/lib/aws/keys";
import { transact, type Write } from "@/lib/aws/transact";
import { deedTimeId } from "@/lib/deed";
import { requireEntry } from "@/lib/entries/access";
import { dropVersionRow } from "@/lib/entries/purge";
import { type EntryRow, toEntry } from "@/lib/entries/row";
import type { Entry, ListPlain, Page, Version } from "@/lib/entries/schema";
import { findVersionRow, pageVersionRows, type VersionRow, versionItem } from "@/lib/entries/version-repo";
import { addUsage, kindOfType, referObject, replaceRow, stillCurrent } from "@/lib/entries/writes";
import { AppError } from "@/lib/errors";

const TRIES = 20;

/** One page of a file's stored contents, newest first. */
export async function listVersions(user: User, entryId: string, { limit, cursor }: ListPlain): Promise<Page<Version>> {
  const { row } = await requireEntry(user, entryId, "viewer");
  const { rows, nextCursor } = await pageVersionRows(entryId, limit, cursor);
  return { items: rows.map((version) => toVersion(row, version)), nextCursor };
}

const toVersion = (file: EntryRow, version: VersionRow): Version => {
  const { id, size, type, createdAt, createdBy } = version;
  const checksum = version.sha256 ? { sha256: version.sha256 } : null;
  return { id, size, type, checksum, createdAt, createdBy, current: file.versionId === id };
};

/** Makes an old content the current one again, as a new version that names the same object. */
export async function restoreVersion(user: User, entryId: string, versionId: string, now = new Date()): Promise<Entry> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { row } = await requireEntry(user, entryId, "editor");
    const old = await findVersionRow(entryId, versionId);
    if (!old) throw new AppError("not_found");
    const version = { ...old, id: deedTimeId(now), createdAt: now.toISOString(), createdBy: user.id };
    const after = withContent(row, version, now);
    const refused = await transact<string>({
      ...overwriteWrites(row, after, version),
      old: stillThere(old),
      usage: addUsage(row.ownerId, {
        used: version.size,
        kind: kindOfType(version.type),
        fromKind: kindOfType(row.type),
      }),
    });
    if (refused.size === 0) {
      await noteActivity({ userId: row.ownerId, action: "version.restored", entryId, byId: user.id });
      return toEntry(after, { id: user.id, role: "owner" });
    }
    // An earlier try of the same deed made it.
    if (refused.has("version")) return toEntry(row, { id: user.id, role: "owner" });
    if (refused.has("usage")) throw new AppError("quota_exceeded");
    if (refused.has("object")) throw new AppError("not_found");
  }
  throw new AppError("conflict");
}

/** A version is still there; else its object could be let go of and deleted between the reading and the writing. */
export const stillThere = ({ entryId, id }: VersionRow): Write => ({
  ConditionCheck: { Key: keys.version(entryId, id), ConditionExpression: "attribute_exists(pk)" },
});

/** A row with another content. */
export function withContent(row: EntryRow, version: VersionRow, now: Date): EntryRow {
  const { size, type, sha256, objectKey, id: versionId } = version;
  return {
    ...row,
    size,
    type,
    sha256,
    objectKey,
    versionId,
    modifiedAt: now.toISOString(),
    revision: row.revision + 1,
  };
}

/** The writes that give a file another content; the file must be as it was read. */
export function overwriteWrites(before: EntryRow, after: EntryRow, version: VersionRow): Record<string, Write> {
  return {
    row: replaceRow(before, after),
    pointer: stillCurrent(before),
    version: { Put: { Item: versionItem(version, before.ownerId), ConditionExpression: "attribute_not_exists(pk)" } },
    object: referObject(version.objectKey),
  };
}

/** Drops one stored content for good. @throws AppError `conflict` for the current one. */
export async function dropVersion(user: User, entryId: string, versionId: string): Promise<void> {
  const { row } = await requireEntry(user, entryId, "editor");
  const version = await findVersionRow(entryId, versionId);
  if (!version) throw new AppError("not_found");
  const current = new AppError("conflict", { detail: "This is the current version. Restore another one first." });
  if (row.versionId === versionId) throw current;
  const refused = await dropVersionRow(row, version);
  if (refused.has("version")) throw new AppError("not_found");
  await noteActivity({ userId: row.ownerId, action: "version.dropped", entryId });
}
