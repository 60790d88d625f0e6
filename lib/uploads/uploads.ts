import "server-only";
import { randomUUID } from "node:crypto";
import type { User } from "@/lib/auth/session";
import { presignPart, presignPut } from "@/lib/aws/presign";
import { abortMultipart, headObject, listStoredParts, openMultipart } from "@/lib/aws/s3";
import { transact } from "@/lib/aws/transact";
import { deedId } from "@/lib/deed";
import { requirePlace } from "@/lib/entries/access";
import { findByName } from "@/lib/entries/entries";
import type { ListPlain, Page } from "@/lib/entries/schema";
import { addUsage, releaseObject } from "@/lib/entries/writes";
import { env } from "@/lib/env";
import { AppError, invalid } from "@/lib/errors";
import { type Plan, partLength, planUpload } from "@/lib/uploads/plan";
import * as repo from "@/lib/uploads/repo";
import type { SignedPart, SignParts, StartUpload, Upload } from "@/lib/uploads/schema";
import { UNKNOWN_TYPE } from "@/lib/uploads/type";

const LIFE_MS = 7 * 24 * 60 * 60 * 1000;
const SIGNED_AT_ONCE = 100;

/**
 * Opens an upload: room is reserved, the object key drawn, and the first parts signed (DESIGN 4).
 * @throws AppError `name_taken`, `too_large`, `quota_exceeded`, `not_found`.
 */
export async function startUpload(user: User, input: StartUpload, host?: string, now = new Date()): Promise<Upload> {
  const row = await openUpload(user, input, planUpload(input.size), now);
  const numbers = Array.from({ length: Math.min(row.partCount, SIGNED_AT_ONCE) }, (_, index) => index + 1);
  const parts = await Promise.all(numbers.map((partNumber) => signPart(row, { partNumber }, host)));
  return toUpload(row, parts, []);
}

/** Opens an upload whose bytes the app itself passes on, as one object whatever its size; `size` is the most it can be. */
export const openFormUpload = (user: User, input: StartUpload): Promise<repo.UploadRow> =>
  openUpload(user, input, { method: "single", partSize: input.size, partCount: 1 });

/** Gives back what was reserved beyond the size that arrived. */
export async function settleSize(row: repo.UploadRow, size: number): Promise<repo.UploadRow> {
  const upload = repo.resizeUpload(row, size);
  const refused = await transact({ upload, usage: addUsage(row.ownerId, { reserved: size - row.size }) });
  if (refused.size > 0) throw new AppError("gone", { detail: "This upload was aborted. Start it again." });
  return { ...row, size };
}

async function openUpload(user: User, input: StartUpload, plan: Plan, now = new Date()): Promise<repo.UploadRow> {
  if (input.size > env().MAX_FILE_BYTES) throw new AppError("too_large");
  const place = await requirePlace(user, input.parentId, "editor");
  await refuseTakenName(place.folderId, input);
  const objectKey = `${place.ownerId}/${randomUUID()}`;
  const type = input.type?.toLowerCase() ?? UNKNOWN_TYPE;
  const multipartId = plan.method === "multipart" ? await openMultipart(objectKey, type) : null;
  const { name, size, sha256 = null, md5 = null, crc32 = null, onConflict = null } = input;
  const announced = { name, size, type, sha256, md5, crc32, onConflict };
  const ids = {
    id: deedId("upload"),
    ownerId: place.ownerId,
    userId: user.id,
    folderId: place.folderId,
    entryId: null,
  };
  const times = { createdAt: now.toISOString(), expiresAt: new Date(now.getTime() + LIFE_MS).toISOString() };
  const modifiedAt = input.modifiedAt ? new Date(input.modifiedAt).toISOString() : null;
  const row = { ...ids, ...announced, ...plan, ...times, modifiedAt, state: "open" as const, objectKey, multipartId };
  return recordUpload(row);
}

/** Records an upload; one whose id is there already was begun by an earlier try of the same deed, and goes on. */
async function recordUpload(row: repo.UploadRow): Promise<repo.UploadRow> {
  const usage = addUsage(row.ownerId, { reserved: row.size });
  try {
    const refused = await transact({ upload: repo.insertUpload(row), usage });
    const begun = refused.has("upload") ? await repo.findUpload(row.id, new Date()) : null;
    if (begun && row.multipartId) await abortMultipart(row.objectKey, row.multipartId);
    if (begun) return begun;
    if (refused.size > 0) throw new AppError("quota_exceeded");
    return row;
  } catch (error) {
    if (row.multipartId) await abortMultipart(row.objectKey, row.multipartId);
    throw error;
  }
}

// For a good message before a byte is sent; at the end the write itself decides.
async function refuseTakenName(folderId: string, { name, onConflict }: StartUpload): Promise<void> {
  if (onConflict === "rename") return;
  if (await findByName(folderId, "folder", name)) throw new AppError("name_taken");
  if (onConflict === undefined && (await findByName(folderId, "file", name))) throw new AppError("name_taken");
}

/** Signs parts, again or for the first time, with the digests given now. */
export async function signParts(
  user: User,
  { uploadId, parts, host }: SignParts & { uploadId: string; host?: string },
  now = new Date(),
): Promise<SignedPart[]> {
  const row = await requireOpen(user, uploadId, now);
  for (const [index, { partNumber }] of parts.entries()) {
    if (partNumber > row.partCount)
      throw invalid(`parts.${index}.partNumber`, `This upload has ${row.partCount} parts.`);
  }
  return Promise.all(parts.map((part) => signPart(row, part, host)));
}

async function signPart(row: repo.UploadRow, part: SignParts["parts"][number], host?: string): Promise<SignedPart> {
  const { objectKey, multipartId, type } = row;
  const { partNumber } = part;
  const size = partLength(row.size, row, partNumber);
  if (!multipartId) {
    const digests = { md5: part.md5 ?? row.md5 ?? undefined, sha256: part.sha256 ?? row.sha256 ?? undefined };
    return { partNumber, ...(await presignPut({ objectKey, size, type, digests, host })) };
  }
  const digests = { md5: part.md5, sha256: part.sha256 };
  return { partNumber, ...(await presignPart({ objectKey, multipartId, partNumber, size, digests, host })) };
}

/** An upload with what the store has received: what a client needs to go on after a crash. */
export async function resumeUpload(user: User, uploadId: string, now = new Date()): Promise<Upload> {
  const row = await requireOpen(user, uploadId, now);
  return toUpload(row, [], await receivedOf(row));
}

async function receivedOf(row: repo.UploadRow): Promise<Upload["received"]> {
  if (row.multipartId) {
    const parts = (await listStoredParts(row.objectKey, row.multipartId)) ?? [];
    return parts.map(({ partNumber, size }) => ({ partNumber, size }));
  }
  const head = await headObject(row.objectKey);
  return head ? [{ partNumber: 1, size: head.size }] : [];
}

/** The caller's open uploads, newest first. */
export async function listUploads(user: User, { limit, cursor }: ListPlain, now = new Date()): Promise<Page<Upload>> {
  const { rows, nextCursor } = await repo.listOpenUploads(user.id, limit, cursor);
  const open = rows.filter((row) => row.expiresAt > now.toISOString());
  return { items: open.map((row) => toUpload(row, [], [])), nextCursor };
}

/** Ends an upload unfinished: the reservation and the parts go. A second time is no error. @throws AppError `conflict`. */
export async function abortUpload(user: User, uploadId: string, now = new Date()): Promise<void> {
  const row = await requireOwn(user, uploadId, now);
  if (await abortRow(row, now)) return;
  throw new AppError("conflict", { detail: "This upload is complete. Delete the file instead." });
}

/**
 * Releases what an upload holds; false when it was completed first. What the store may still have of a single PUT is looked
 * at in an hour.
 */
export async function abortRow(row: repo.UploadRow, now = new Date()): Promise<boolean> {
  const refused = await transact({
    upload: repo.endUpload(row, "aborted", null, now),
    usage: addUsage(row.ownerId, { reserved: -row.size }),
    object: releaseObject(row.objectKey, 0, now),
  });
  const isAborted = refused.size === 0 || (await repo.findUpload(row.id, now))?.state === "aborted";
  // On a repetition too: the first abort may have died before its parts went.
  if (isAborted && row.multipartId) await abortMultipart(row.objectKey, row.multipartId);
  return isAborted;
}

/** Aborts the uploads that were left alone for a week. */
export async function sweepUploads(now = new Date()): Promise<void> {
  for (const row of await repo.listExpiredUploads(now, SIGNED_AT_ONCE)) await abortRow(row, now);
}

/** An upload that the caller began. @throws AppError `not_found`. */
export async function requireOwn(user: User, uploadId: string, now: Date): Promise<repo.UploadRow> {
  const row = await repo.findUpload(uploadId, now);
  if (!row || row.userId !== user.id) throw new AppError("not_found");
  return row;
}

async function requireOpen(user: User, uploadId: string, now: Date): Promise<repo.UploadRow> {
  const row = await requireOwn(user, uploadId, now);
  if (row.state === "aborted") throw new AppError("gone", { detail: "This upload was aborted. Start it again." });
  if (row.state === "done") throw new AppError("conflict", { detail: "This upload is complete already." });
  return row;
}

function toUpload(row: repo.UploadRow, parts: SignedPart[], received: Upload["received"]): Upload {
  const { id, name: fileName, size, type, method, partSize, partCount, expiresAt } = row;
  const parentId = row.folderId === row.ownerId ? "root" : row.folderId;
  return { id, fileName, parentId, size, type, method, partSize, partCount, parts, received, expiresAt };
}

/** Aborts all open uploads of an account that is gone. */
export async function abortAllUploads(userId: string): Promise<void> {
  for (;;) {
    const { rows } = await repo.listOpenUploads(userId, SIGNED_AT_ONCE);
    const aborted = await Promise.all(rows.map((row) => abortRow(row)));
    if (!aborted.includes(true)) return;
  }
}
