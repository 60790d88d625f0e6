import "server-only";
import { createHash } from "node:crypto";
import { noteActivity } from "@/lib/activity/activity";
import type { Caller } from "@/lib/auth/session";
import { deedId } from "@/lib/deed";
import { findLiveEntry, MAX_DEPTH, type Place, requireEntry, requirePlace } from "@/lib/entries/access";
import { createRow, newRow, tooDeep } from "@/lib/entries/entries";
import * as repo from "@/lib/entries/repo";
import { type EntryRow, toEntry } from "@/lib/entries/row";
import type { CopyEntry, CopyProgress, Entry } from "@/lib/entries/schema";
import { purgeEntry, trashEntry } from "@/lib/entries/trash";
import { findVersionRow, versionItem } from "@/lib/entries/version-repo";
import { stillThere, withContent } from "@/lib/entries/versions";
import { addUsage, kindOfType, referObject } from "@/lib/entries/writes";
import { AppError } from "@/lib/errors";
import { newTimeId } from "@/lib/ids";
import { endJob, findProgress, heldJob, type JobHandler, type KeepLease, releaseJob } from "@/lib/jobs/jobs";

const PAGE = 100;
// More than this below a folder is a job (SECURITY 35).
const AT_ONCE = 100;

const jobOf = (targetId: string): string => `copy-${targetId}`;

/** How far the copy of a folder is. @throws AppError `not_found`. */
export async function copyProgress(user: Caller, entryId: string): Promise<CopyProgress> {
  await requireEntry(user, entryId, "viewer");
  const copied = await findProgress(jobOf(entryId));
  return { isDone: copied === null, copied: copied ?? 0 };
}

type Target = Pick<Place, "folderId" | "ownerId">;

/**
 * Copies an entry, without a byte of it moving: a file's copy is a version that names the same object. What is below a folder
 * follows, the first of it at once and the rest as a job.
 * @throws AppError `not_found`, `name_taken`, `cycle`, `quota_exceeded`, `conflict` for a folder nested too deep.
 */
export async function copyEntry(user: Caller, entryId: string, input: CopyEntry, now = new Date()): Promise<Entry> {
  const { row: source } = await requireEntry(user, entryId, "viewer");
  const place = await requirePlace(user, input.parentId, "editor");
  const isInside = place.folderId === source.id || place.ancestors.some((ancestor) => ancestor.id === source.id);
  if (source.kind === "folder" && isInside) throw new AppError("cycle");
  if (source.kind === "folder" && place.ancestors.length >= MAX_DEPTH) throw tooDeep();
  const fresh = { ...newRow(place, input.name ?? source.name, now), id: deedId("entry") };
  const mayRename = input.onConflict === "rename";
  const made =
    source.kind === "file"
      ? await copyFile(source, fresh, { mayRename, now })
      : await copyFolder(source, fresh, { mayRename, now });
  await noteActivity({ userId: made.ownerId, action: "entry.copied", entryId: made.id, byId: user.id });
  return toEntry(made, { id: user.id, role: "owner" });
}

type How = { mayRename: boolean; now: Date };

async function copyFile(source: EntryRow, fresh: EntryRow, { mayRename, now }: How): Promise<EntryRow> {
  const old = source.versionId ? await findVersionRow(source.id, source.versionId) : null;
  if (!old) throw new AppError("not_found");
  const version = { ...old, id: newTimeId(now), createdAt: now.toISOString(), createdBy: fresh.ownerId };
  const row = { ...withContent(fresh, version, now), revision: 1 };
  const usage = { used: version.size, files: 1, kind: kindOfType(version.type) };
  return createRow(row, mayRename, (candidate) => ({
    version: { Put: { Item: versionItem({ ...version, entryId: candidate.id }, candidate.ownerId) } },
    source: stillThere(old),
    object: referObject(version.objectKey),
    usage: addUsage(candidate.ownerId, usage),
  }));
}

async function copyFolder(source: EntryRow, fresh: EntryRow, { mayRename, now }: How): Promise<EntryRow> {
  const target: EntryRow = { ...fresh, kind: "folder" };
  const job = heldJob("copy", { sourceId: source.id, targetId: target.id }, now, jobOf(target.id));
  const made = await createRow(target, mayRename, () => ({ job: job.write }));
  const budget = { left: AT_ONCE, copied: 0, keepLease: async () => undefined };
  try {
    const isWhole = await copyBelow(source, { root: target.id, folderId: target.id, ownerId: target.ownerId }, budget);
    await (isWhole ? endJob(job.id) : releaseJob(job.id));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // A refusal leaves nothing half done. What is no refusal leaves the job, which ends it.
    await endJob(job.id);
    await trashEntry({ id: target.ownerId }, target.id);
    await purgeEntry({ id: target.ownerId }, target.id);
    throw error;
  }
  return made;
}

/** Copies what is below a folder, from wherever the last try stopped. A place that is full ends it. */
export const runCopy: JobHandler = async ({ sourceId = "", targetId = "" }, keepLease) => {
  const [source, target] = await Promise.all([findLiveEntry(sourceId), findLiveEntry(targetId)]);
  if (!source || !target) return;
  const into = { root: targetId, folderId: targetId, ownerId: target.row.ownerId };
  try {
    await copyBelow(source.row, into, { left: Number.POSITIVE_INFINITY, copied: 0, keepLease });
  } catch (error) {
    await giveUp(error, target.row);
  }
};

// A refusal won't change by itself: its owner is told. Anything else is a fault of the moment, and tried again.
async function giveUp(error: unknown, target: EntryRow): Promise<void> {
  if (!(error instanceof AppError)) throw error;
  await noteActivity({ userId: target.ownerId, action: "copy.incomplete", entryId: target.id, byId: null });
}

type Into = Target & { root: string };
type Budget = { left: number; copied: number; keepLease: KeepLease };

// False when the budget ended before the folder did.
async function copyBelow(source: EntryRow, into: Into, budget: Budget): Promise<boolean> {
  let cursor: string | undefined;
  do {
    const page = await repo.listRows(source.id, { sort: "name", order: "asc", limit: PAGE, cursor });
    for (const child of page.rows) {
      // Somebody may have moved the copy into what it is a copy of.
      if (child.id === into.root) continue;
      if (budget.left-- <= 0) return false;
      if (!(await copyChild(child, into, budget))) return false;
    }
    await budget.keepLease(budget.copied);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return true;
}

async function copyChild(child: EntryRow, into: Into, budget: Budget): Promise<boolean> {
  const id = copiedId(into.root, child.id);
  const now = new Date();
  if (!(await repo.findPointer(id))) {
    const fresh = { ...newRow(into, child.name, now), id };
    await copyOne(child, fresh, { mayRename: true, now });
  }
  budget.copied++;
  return child.kind === "file" || copyBelow(child, { ...into, folderId: id }, budget);
}

async function copyOne(child: EntryRow, fresh: EntryRow, how: How): Promise<void> {
  try {
    if (child.kind === "file") await copyFile(child, fresh, how);
    else await createRow({ ...fresh, kind: "folder" }, true, () => ({}));
  } catch (error) {
    // What went away meanwhile is not copied; neither is it an end of the rest.
    const isGone = error instanceof AppError && (error.code === "not_found" || error.code === "conflict");
    if (!isGone) throw error;
  }
}

// The same each time it is tried, so that a crash between two steps makes nothing twice.
const copiedId = (root: string, sourceId: string): string =>
  createHash("sha256").update(`${root}/${sourceId}`).digest().subarray(0, 16).toString("base64url");
