import type { Entry } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import { waitToRetry } from "@/lib/http/client-wait";
import type { ActionError, Result } from "@/lib/http/result";
import type { FileHasher } from "@/lib/uploads/client-hash";
import type { Plan } from "@/lib/uploads/client-plans";
import type { Upload } from "@/lib/uploads/schema";

/** What a file itself did: it changed while it was read, it can't be read, it isn't the one the upload began with. */
export type FileFault = "changed" | "unreadable" | "otherFile";

/** Why an upload failed: a refusal as the contract words it, or the file. */
export type Failure = ActionError | FileFault;

export type Outcome = { ok: true; entry: Entry } | { ok: false; failure: Failure };

/** One file on its way. */
export type Transfer = {
  file: File;
  plan: Plan;
  signal: AbortSignal;
  /** How many bytes have been sent by now. */
  onProgress: (bytes: number) => void;
  /** Whether it waits for a network, or for a server that is out of reach. */
  onWait: (isWaiting: boolean) => void;
  /** Remembers what going on after a crash needs. */
  save: (by: Partial<Plan>) => Promise<unknown>;
};

/** What every step works with: the upload on the server, and what the store has of it already. */
export type Sending = Transfer & { upload: Upload; hasher: FileHasher };

const ANSWER_MS = 60_000;
const MOST_INTERNAL = 5;
// Whoever waits long enough is answered.
const PASSING: ActionError["code"][] = ["unavailable", "rate_limited", "internal"];

type Options = { method?: "GET" | "POST"; body?: unknown; headers?: Record<string, string> };

/**
 * Calls the contract until it is answered: what passes by itself is waited for. A call is never broken off half way, since
 * its effect would be unknown; the signal ends the waiting.
 */
export async function insist<T>(
  job: Pick<Transfer, "signal" | "onWait">,
  path: string,
  options: Options,
): Promise<Result<T>> {
  for (let failures = 0; ; failures++) {
    const result = await answerOf<T>(path, options);
    const isOver = result.ok || !PASSING.includes(result.error.code);
    if (isOver || (result.error.code === "internal" && failures >= MOST_INTERNAL)) {
      job.onWait(false);
      return result;
    }
    job.onWait(true);
    await waitToRetry(failures, job.signal);
  }
}

async function answerOf<T>(path: string, options: Options): Promise<Result<T>> {
  const signal = AbortSignal.timeout(ANSWER_MS);
  try {
    return await callApi<T>(path, { ...options, signal });
  } catch {
    return { ok: false, error: { code: "unavailable", message: "" } };
  }
}
