import "server-only";
import { noteActivity } from "@/lib/activity/activity";
import { hashPassword } from "@/lib/auth/password";
import type { User } from "@/lib/auth/session";
import { deedId } from "@/lib/deed";
import { findLiveEntry, requireEntry } from "@/lib/entries/access";
import type { ListPlain, Page } from "@/lib/entries/schema";
import { env } from "@/lib/env";
import { AppError, invalid } from "@/lib/errors";
import { newId } from "@/lib/ids";
import * as repo from "@/lib/sharing/repo";
import { type ShareRow, toShare } from "@/lib/sharing/row";
import type { CreateShare, PatchShare, Share, ShareVisits } from "@/lib/sharing/schema";

const DAY_MS = 24 * 60 * 60 * 1000;

const LINKS_AT_ONCE = 100;
const PLOTTED_DAYS = 30;

/** Makes a link for an entry. Without a time it ends in `SHARE_DEFAULT_DAYS`, with null never. */
export async function createShare(
  user: User,
  { entryId, ...input }: CreateShare & { entryId: string },
  now = new Date(),
): Promise<Share> {
  const { row: entry } = await requireEntry(user, entryId, "owner");
  const soon = new Date(now.getTime() + env().SHARE_DEFAULT_DAYS * DAY_MS).toISOString();
  const link: ShareRow = {
    id: deedId("share"),
    entryId,
    ownerId: user.id,
    name: entry.name,
    createdAt: now.toISOString(),
    expiresAt: input.expiresAt === undefined ? soon : toEnd(input.expiresAt, now),
    ...(await passwordFields(input.password ?? null)),
    maxDownloads: input.maxDownloads ?? null,
    downloads: 0,
    allowDownload: input.allowDownload ?? true,
    revokedAt: null,
  };
  const made = await repo.insertShare(link);
  await noteActivity({ userId: user.id, action: "link.made", entryId });
  return toShare(made);
}

/** One page of the user's links, newest first, ended ones included. */
export async function listShares(user: User, page: ListPlain): Promise<Page<Share>> {
  return withNames(await repo.listShareRows({ ownerId: user.id, ...page }));
}

/** One page of an entry's links. */
export async function listSharesOf(user: User, entryId: string, page: ListPlain): Promise<Page<Share>> {
  await requireEntry(user, entryId, "owner");
  return withNames(await repo.listShareRows({ ownerId: user.id, entryId, ...page }));
}

/** Changes what is given and leaves the rest; `password: null` takes the password away. */
export async function patchShare(
  user: User,
  { shareId, ...input }: PatchShare & { shareId: string },
  now = new Date(),
): Promise<Share> {
  await requireShare(user, shareId);
  const { expiresAt, password, maxDownloads, allowDownload } = input;
  const changed = await repo.changeShare(shareId, user.id, {
    maxDownloads,
    allowDownload,
    ...(expiresAt === undefined ? {} : { expiresAt: toEnd(expiresAt, now) }),
    ...(password === undefined ? {} : await passwordFields(password)),
  });
  if (!changed) throw new AppError("gone", { detail: "This link was revoked. Make a new one." });
  const { items } = await withNames({ items: [changed], nextCursor: null });
  return items[0] ?? toShare(changed);
}

/** Ends a link for good, from the next request on; a second time is no error. */
export async function revokeShare(user: User, shareId: string, now = new Date()): Promise<void> {
  const link = await requireShare(user, shareId);
  if (link.revokedAt === null) await repo.changeShare(shareId, user.id, { revokedAt: now.toISOString() });
}

/** How often a link was opened and downloaded on each of the last 30 days (UTC), the oldest first. @throws AppError `not_found`. */
export async function listVisits(user: User, shareId: string, now = new Date()): Promise<ShareVisits> {
  await requireShare(user, shareId);
  const days = Array.from({ length: PLOTTED_DAYS }, (_, index) => {
    return new Date(now.getTime() - (PLOTTED_DAYS - 1 - index) * DAY_MS);
  });
  const counts = await repo.findVisits(shareId, days);
  return { days: counts.map((count, index) => ({ day: days[index]?.toISOString().slice(0, 10) ?? "", ...count })) };
}

async function requireShare(user: User, shareId: string): Promise<ShareRow> {
  const link = await repo.findShare(shareId);
  if (link?.ownerId !== user.id) throw new AppError("not_found");
  return link;
}

async function passwordFields(password: string | null): Promise<Pick<ShareRow, "password" | "passwordVersion">> {
  if (password === null) return { password: null, passwordVersion: null };
  return { password: await hashPassword(password), passwordVersion: newId() };
}

function toEnd(expiresAt: string | null, now: Date): string | null {
  if (expiresAt === null) return null;
  const end = new Date(expiresAt);
  if (end <= now) throw invalid("expiresAt", "This time has passed. Give one to come, or null for never.");
  return end.toISOString();
}

// A link keeps the name its entry had, for when the entry is gone; until then it goes by the entry's name of now.
async function withNames({ items, nextCursor }: Page<ShareRow>): Promise<Page<Share>> {
  const ids = [...new Set(items.map((link) => link.entryId))];
  const found = await Promise.all(ids.map(findLiveEntry));
  const names = new Map(found.flatMap((entry) => (entry ? [[entry.row.id, entry.row.name] as const] : [])));
  return { items: items.map((link) => toShare({ ...link, name: names.get(link.entryId) ?? link.name })), nextCursor };
}

/** Takes away all links of an account that is gone: they end with the next visit. */
export async function dropShares(ownerId: string): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await repo.listShareRows({ ownerId, limit: LINKS_AT_ONCE, cursor });
    await Promise.all(page.items.map(({ id }) => repo.deleteShare(id)));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}
