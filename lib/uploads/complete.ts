import "server-only";
import { noteActivity } from "@/lib/activity/activity";
import type { User } from "@/lib/auth/session";
import { completeMultipart, headObject, listStoredParts, readStart, type StoredPart } from "@/lib/aws/s3";
import { transact } from "@/lib/aws/transact";
import { findLiveEntry, requirePlace } from "@/lib/entries/access";
import { createRow, findByName, newRow } from "@/lib/entries/entries";
import { type EntryRow, toEntry } from "@/lib/entries/row";
import type { Entry } from "@/lib/entries/schema";
import { type VersionRow, versionItem } from "@/lib/entries/version-repo";
import { overwriteWrites, withContent } from "@/lib/entries/versions";
import { addUsage, kindOfType, referObject } from "@/lib/entries/writes";
import { AppError } from "@/lib/errors";
import { newTimeId } from "@/lib/ids";
import { partLength } from "@/lib/uploads/plan";
import { endUpload, type UploadRow } from "@/lib/uploads/repo";
import type { CompleteUpload } from "@/lib/uploads/schema";
import { SNIFFED_BYTES, typeOf } from "@/lib/uploads/type";
import { requireOwn } from "@/lib/uploads/uploads";
import { verifyDigest } from "@/lib/uploads/verify";

const TRIES = 20;

type Ending = { input: CompleteUpload; now: Date };

/**
 * Ends an upload: the parts are put together, size and checksum asked of the store, and one transaction makes the file
 * appear (SECURITY 27). Every step can be repeated after a crash anywhere, and asked again it gives the same answer.
 * @throws AppError `incomplete_upload`, `checksum_mismatch`, `name_taken`, `gone`.
 */
export async function completeUpload(
  user: User,
  uploadId: string,
  input: CompleteUpload,
  now = new Date(),
): Promise<Entry> {
  const row = await requireOwn(user, uploadId, now);
  if (row.state !== "open") return answerEnded(user, row);
  try {
    return await finish(user, row, { input, now });
  } catch (error) {
    // Whatever stopped us: if somebody else ended the upload meanwhile, that end is the answer, the same for everybody.
    const after = await requireOwn(user, uploadId, now);
    if (after.state === "open") throw error;
    return answerEnded(user, after);
  }
}

async function finish(user: User, row: UploadRow, { input, now }: Ending): Promise<Entry> {
  if (row.multipartId) await assemble(row, row.multipartId, input);
  const stored = await headObject(row.objectKey);
  if (!stored) throw new AppError("incomplete_upload");
  if (stored.size !== row.size)
    throw new AppError("checksum_mismatch", {
      detail: `The store has ${stored.size} bytes, ${row.size} were announced.`,
    });
  const sha256 = await verifyDigest(row, stored, input);
  const version = await versionOf(row, sha256, { input, now });
  const entry = await makeVisible(row, version, now);
  const action = entry.revision === 1 ? "entry.uploaded" : "entry.replaced";
  await noteActivity({ userId: entry.ownerId, action, entryId: entry.id, byId: user.id });
  return toEntry(entry, { id: user.id, role: "owner" });
}

async function answerEnded(user: User, row: UploadRow): Promise<Entry> {
  if (row.state === "aborted") throw new AppError("gone", { detail: "This upload was aborted. Start it again." });
  const found = row.entryId ? await findLiveEntry(row.entryId) : null;
  if (!found) throw new AppError("gone", { detail: "The file was deleted since." });
  return toEntry(found.row, { id: user.id, role: "owner" });
}

// ListParts is the truth; the client's list is only compared with it. No parts listed can also mean: completed before a crash.
async function assemble(row: UploadRow, multipartId: string, input: CompleteUpload): Promise<void> {
  const parts = await listStoredParts(row.objectKey, multipartId);
  if (!parts) return;
  requireAllParts(row, parts);
  requireSameEtags(parts, input);
  if (!(await completeMultipart(row.objectKey, multipartId, parts)) && !(await headObject(row.objectKey))) {
    throw new AppError("incomplete_upload");
  }
}

function requireAllParts(row: UploadRow, parts: StoredPart[]): void {
  const sizes = new Map(parts.map((part) => [part.partNumber, part.size]));
  const missing: number[] = [];
  for (let number = 1; number <= row.partCount; number++) {
    if (sizes.get(number) !== partLength(row.size, row, number)) missing.push(number);
  }
  if (missing.length === 0) return;
  const shown = missing.slice(0, 20).join(", ");
  throw new AppError("incomplete_upload", {
    detail: `These parts are missing: ${shown}${missing.length > 20 ? ", …" : ""}.`,
  });
}

function requireSameEtags(parts: StoredPart[], { parts: announced }: CompleteUpload): void {
  const etags = new Map(parts.map((part) => [part.partNumber, part.etag.replaceAll('"', "")]));
  const other = announced?.find((part) => etags.get(part.partNumber) !== part.etag.replaceAll('"', ""));
  if (other)
    throw new AppError("checksum_mismatch", { detail: `Part ${other.partNumber} has another ETag. Send it again.` });
}

async function versionOf(row: UploadRow, sha256: string | null, { input, now }: Ending): Promise<VersionRow> {
  const { objectKey, size, userId } = row;
  const start = size > 0 ? await readStart(objectKey, SNIFFED_BYTES) : new Uint8Array();
  const type = await typeOf(start, row);
  const crc32 = input.crc32 ?? row.crc32;
  return {
    id: newTimeId(now),
    entryId: "",
    objectKey,
    size,
    type,
    sha256,
    crc32,
    createdAt: now.toISOString(),
    createdBy: userId,
  };
}

async function makeVisible(row: UploadRow, version: VersionRow, now: Date): Promise<EntryRow> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const existing = row.onConflict === "version" ? await findByName(row.folderId, "file", row.name) : null;
    const made = existing
      ? await overwrite(row, existing, { ...version, entryId: existing.id }, now)
      : await create(row, version, now);
    if (made) return made;
  }
  throw new AppError("conflict");
}

async function overwrite(row: UploadRow, before: EntryRow, version: VersionRow, now: Date): Promise<EntryRow | null> {
  const after = withContent(before, version, now);
  const refused = await transact<string>({
    ...overwriteWrites(before, after, version),
    upload: endUpload(row, "done", before.id, now),
    usage: addUsage(row.ownerId, {
      used: row.size,
      reserved: -row.size,
      kind: kindOfType(after.type),
      fromKind: kindOfType(before.type),
    }),
  });
  if (refused.has("upload")) throw new AppError("gone");
  return refused.size === 0 ? after : null;
}

async function create(row: UploadRow, version: VersionRow, now: Date): Promise<EntryRow | null> {
  await requireFolder(row);
  const fresh = newRow(row, row.name, now);
  const file = { ...withContent(fresh, version, now), modifiedAt: row.modifiedAt ?? now.toISOString(), revision: 1 };
  try {
    return await createRow(file, row.onConflict === "rename", (candidate) => ({
      version: { Put: { Item: versionItem({ ...version, entryId: candidate.id }, row.ownerId) } },
      object: referObject(version.objectKey),
      upload: endUpload(row, "done", candidate.id, now),
      usage: addUsage(row.ownerId, { used: row.size, reserved: -row.size, files: 1, kind: kindOfType(version.type) }),
    }));
  } catch (error) {
    const mayOverwrite = error instanceof AppError && error.code === "name_taken" && row.onConflict === "version";
    if (mayOverwrite && !(await findByName(row.folderId, "folder", row.name))) return null;
    throw error;
  }
}

async function requireFolder(row: UploadRow): Promise<void> {
  await requirePlace({ id: row.userId }, row.folderId === row.ownerId ? "root" : row.folderId, "editor");
}
