import "server-only";
import * as repo from "@/lib/activity/repo";
import type { Action, Activity } from "@/lib/activity/schema";
import { whence } from "@/lib/activity/whence";
import type { RequestContext } from "@/lib/http/context";
import { currentRequest } from "@/lib/http/request-scope";
import { newTimeId } from "@/lib/ids";
import { describeError, log } from "@/lib/log";

const KEPT_SECONDS = 90 * 24 * 60 * 60;

export type Noted = {
  userId: string;
  action: Action;
  entryId?: string;
  /** Left out: the account's own deed. */
  byId?: string | null;
  from?: Pick<RequestContext, "ip" | "userAgent">;
};

/**
 * Notes a deed in its account's activity (SECURITY 33). The deed is done by then: where the note fails, the log says so and
 * the deed stands.
 */
export async function noteActivity(
  { userId, action, entryId, byId = userId, from = currentRequest() }: Noted,
  now = new Date(),
): Promise<void> {
  const activity = {
    id: newTimeId(now),
    action,
    at: now.toISOString(),
    entryId: entryId ?? null,
    byId,
    ...whence(from),
  };
  try {
    await repo.insertActivity(userId, activity, Math.floor(now.getTime() / 1000) + KEPT_SECONDS);
  } catch (error) {
    log().warn({ event: "activity.lost", action, userId, error: describeError(error) });
  }
}

/** One page of what was done with an account, newest first. */
export const listActivity = (
  user: { id: string },
  page: { limit: number; cursor?: string },
  now = new Date(),
): Promise<{ items: Activity[]; nextCursor: string | null }> => repo.listActivityRows(user.id, { ...page, now });

/** One page of what was done with one entry, newest first. Asks no rights: that is the caller's to do. */
export const listEntryActivity = (
  entryId: string,
  page: { limit: number; cursor?: string },
  now = new Date(),
): Promise<{ items: Activity[]; nextCursor: string | null }> => repo.listEntryRows(entryId, { ...page, now });
