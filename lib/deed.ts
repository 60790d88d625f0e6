import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { newId, newTimeId } from "@/lib/ids";

const ID_BYTES = 16;

const claims = new AsyncLocalStorage<string>();

/**
 * Does what was asked for under an idempotency key, `claimId` being what the key was claimed by first. Where a copy died
 * between the deed and its record, the next one does the deed again with the same ids, and finds what is there already: a
 * retry gives one result (SECURITY 26).
 */
export const asDeed = <T>(claimId: string, work: () => Promise<T>): Promise<T> => claims.run(claimId, work);

/** The id of the one thing of its kind that a deed makes: the same one whenever the deed is done again. Elsewhere a new one. */
export function deedId(kind: "entry" | "upload" | "share" | "user" | "token"): string {
  const claimId = claims.getStore();
  if (!claimId) return newId();
  return createHash("sha256").update(`${kind} ${claimId}`).digest().subarray(0, ID_BYTES).toString("base64url");
}

/** The same for an id that sorts by time. */
export const deedTimeId = (now: Date): string => claims.getStore() ?? newTimeId(now);
