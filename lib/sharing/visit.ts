import "server-only";
import { noteActivity } from "@/lib/activity/activity";
import { safeDelivery } from "@/lib/aws/content-disposition";
import { presignGet } from "@/lib/aws/presign";
import { findLiveEntry } from "@/lib/entries/access";
import { findRow, listRows } from "@/lib/entries/entries";
import type { EntryRow } from "@/lib/entries/row";
import type { Page, Path } from "@/lib/entries/schema";
import { AppError } from "@/lib/errors";
import { contextOf, hostOf } from "@/lib/http/context";
import { type PreviewKind, previewKindOf } from "@/lib/preview-kind";
import { checkPassword, isUnlocked, proofCookie, type Visitor } from "@/lib/sharing/proof";
import * as repo from "@/lib/sharing/repo";
import { refuseEnded, type ShareRow } from "@/lib/sharing/row";
import type { ListSharedFolder, SharedEntry, ShareVisit } from "@/lib/sharing/schema";
import { zipOf } from "@/lib/sharing/zip";
import { findUser } from "@/lib/users/users";

const SIGNED_SECONDS = 60;

/** A link that let its visitor in, and the entry it leads to. */
export type Opened = { link: ShareRow; entry: EntryRow };
type OpenLink = Opened & { ownerName: string };

/**
 * What a link's page may draw for this visitor; before the password nothing is told.
 * @throws AppError `not_found` or `gone`.
 */
export async function visitShare(shareId: string, visitor: Visitor, now = new Date()): Promise<ShareVisit> {
  const link = await requireLink(shareId, now);
  if (!(await isUnlocked(link, visitor))) return { state: "password" };
  const { entry, ownerName } = await requireShared(link);
  const { name, kind, size, type } = entry;
  const { expiresAt, allowDownload } = link;
  const previewKind = shownAs(link, entry);
  const previewUrl = await plainPreviewOf(link, entry, visitor);
  await Promise.all([note(link, "link.opened", visitor), repo.countOpening(link.id, now)]);
  const isCounted = link.maxDownloads !== null;
  const file = { entryId: entry.id, name, kind, size, type };
  return { state: "open", shareId, ...file, ownerName, expiresAt, allowDownload, isCounted, previewKind, previewUrl };
}

/** Whether a link was revoked, expired or used up; false for one that never was, and while nobody can tell. */
export const isEnded = (shareId: string, now = new Date()): Promise<boolean> =>
  requireLink(shareId, now).then(
    () => false,
    (error: unknown) => error instanceof AppError && error.code === "gone",
  );

/** Checks the password that a page's visitor typed and answers the cookie that proves it. */
export async function unlockShare(shareId: string, password: string, visitor: Visitor, now = new Date()) {
  const link = await requireLink(shareId, now);
  if (!(await checkPassword(link, password, visitor))) {
    throw new AppError("invalid_credentials", { detail: "That is not the password of this link. Try again." });
  }
  return proofCookie(link);
}

/** One page of a shared folder, or of a folder below it. */
export async function listShared(
  shareId: string,
  { folder, limit, cursor }: ListSharedFolder,
  visitor: Visitor,
  now = new Date(),
): Promise<Page<SharedEntry>> {
  const open = await requireOpen(shareId, visitor, now);
  const inside = await requireInside(open, folder);
  if (inside.kind !== "folder") throw new AppError("not_found", { detail: "This is a file, which has no list." });
  const { rows, nextCursor } = await listRows(inside.id, { sort: "name", order: "asc", limit, cursor });
  // Field by field: a page hands them to the browser as they are.
  const items = rows.map(({ id, kind, name, size, type, modifiedAt }) => ({ id, kind, name, size, type, modifiedAt }));
  return { items, nextCursor };
}

/** The way from the shared folder down to one below it; what is above the shared one is nobody's business. */
export async function sharedPath(
  shareId: string,
  folder: string | undefined,
  visitor: Visitor,
  now = new Date(),
): Promise<Path> {
  const open = await requireOpen(shareId, visitor, now);
  const { id, name } = await requireInside(open, folder);
  const top = { id: open.entry.id, name: open.entry.name };
  if (id === top.id) return { items: [top] };
  const ancestors = (await findLiveEntry(id))?.ancestors ?? [];
  const between = ancestors.slice(
    0,
    ancestors.findIndex((ancestor) => ancestor.id === top.id),
  );
  const rows = await Promise.all(between.toReversed().map(findRow));
  const named = rows.flatMap((row) => (row ? [{ id: row.id, name: row.name }] : []));
  return { items: [top, ...named, { id, name }] };
}

/** What a link leads to, nothing counted yet: its entry, or one below it. */
export async function openShare(
  shareId: string,
  visitor: Visitor,
  entryId?: string,
  now = new Date(),
): Promise<Opened> {
  const open = await requireOpen(shareId, visitor, now);
  return { link: open.link, entry: await requireInside(open, entryId) };
}

/**
 * A signed address of a file for whoever looks at it, good for a minute. It is no download and counts as none.
 * @throws AppError `forbidden` where downloads are counted, `not_found` for what can't be looked at.
 */
export async function signPreview({ link, entry }: Opened, visitor: Visitor): Promise<string> {
  const { objectKey } = entry;
  if (link.maxDownloads !== null) throw new AppError("forbidden", { detail: COUNTED });
  if (!objectKey || shownAs(link, entry) === "none") throw new AppError("not_found", { detail: UNSEEN });
  return sign(entry, objectKey, "inline", visitor);
}

const COUNTED = "This link counts its downloads, and shows no previews.";
const UNSEEN = "There is no preview of this.";

/** @throws AppError `forbidden` for a link by which one may only look. */
export function requireDownload({ link }: Opened): void {
  if (!link.allowDownload) throw noDownload();
}

/** Counts one download and answers a signed address of the file, good for a minute. @throws AppError `forbidden`, `gone`. */
export async function takeDownload(opened: Opened, visitor: Visitor, now = new Date()): Promise<string> {
  const { objectKey } = opened.entry;
  if (!objectKey) throw new AppError("not_found", { detail: "This is a folder, which is no single file." });
  await count(opened, visitor, now);
  return sign(opened.entry, objectKey, "attachment", visitor);
}

/** Counts one download and answers the folder as a ZIP. @throws AppError `forbidden`, `gone`. */
export async function takeZip(opened: Opened, visitor: Visitor, now = new Date()): Promise<ReadableStream<Uint8Array>> {
  await count(opened, visitor, now);
  return zipOf(opened.entry);
}

async function count(opened: Opened, visitor: Visitor, now: Date): Promise<void> {
  requireDownload(opened);
  if (!(await repo.countDownload(opened.link, now))) throw await refusalOf(opened.link.id, now);
  await note(opened.link, "link.downloaded", visitor);
}

const note = ({ ownerId, entryId }: ShareRow, action: "link.opened" | "link.downloaded", visitor: Visitor) =>
  noteActivity({ userId: ownerId, action, entryId, byId: null, from: contextOf(visitor) });

const noDownload = () => new AppError("forbidden", { detail: "This link lets you look, not download." });

async function requireLink(shareId: string, now: Date): Promise<ShareRow> {
  const link = await repo.findShare(shareId);
  if (!link) throw new AppError("not_found");
  refuseEnded(link, now);
  return link;
}

async function requireOpen(shareId: string, visitor: Visitor, now: Date): Promise<OpenLink> {
  const link = await requireLink(shareId, now);
  if (!(await isUnlocked(link, visitor))) {
    const headers = { "www-authenticate": 'Basic realm="Share link", charset="UTF-8"' };
    throw new AppError("unauthenticated", { detail: "This link asks for its password.", headers });
  }
  return requireShared(link);
}

// A link dies with its entry and with its owner's right to it, which are asked at every visit.
async function requireShared(link: ShareRow): Promise<OpenLink> {
  const [found, owner] = await Promise.all([findLiveEntry(link.entryId), findUser(link.ownerId)]);
  if (found?.row.ownerId !== link.ownerId || !owner) throw new AppError("not_found");
  return { link, entry: found.row, ownerName: owner.name };
}

async function requireInside({ link, entry }: Opened, entryId?: string): Promise<EntryRow> {
  if (entryId === undefined || entryId === entry.id) return entry;
  const found = await findLiveEntry(entryId);
  const isInside = found?.ancestors.some((ancestor) => ancestor.id === entry.id);
  if (!found || !isInside || found.row.ownerId !== link.ownerId) throw new AppError("not_found");
  return found.row;
}

async function refusalOf(shareId: string, now: Date): Promise<AppError> {
  const link = await requireLink(shareId, now);
  return link.allowDownload ? new AppError("conflict") : noDownload();
}

// A preview carries the whole content, so a link that counts its downloads shows none.
const shownAs = (link: ShareRow, entry: EntryRow): PreviewKind =>
  link.maxDownloads === null ? previewKindOf(entry) : "none";

// What the browser shows by its own means.
async function plainPreviewOf(link: ShareRow, entry: EntryRow, visitor: Visitor): Promise<string | null> {
  const { objectKey, ...file } = entry;
  if (!objectKey || shownAs(link, entry) === "none") return null;
  if (safeDelivery(file.type ?? "", "inline").disposition !== "inline") return null;
  return sign(file, objectKey, "inline", visitor);
}

function sign(
  { name, type }: Pick<EntryRow, "name" | "type">,
  objectKey: string,
  wanted: "inline" | "attachment",
  visitor: Visitor,
): Promise<string> {
  const delivery = safeDelivery(type ?? "", wanted);
  return presignGet({ objectKey, name, ...delivery, seconds: SIGNED_SECONDS, host: hostOf(visitor) });
}
