import { askBeforeLeaving } from "@/components/ui/leaving";
import type { Batch, BatchResults } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import type { ActionError, Result } from "@/lib/http/result";

/** So many are done by one call. More take their time, and tell meanwhile how far they are. */
export const AT_ONCE = 100;

/** What became of a batch: who was refused, and why the first of them. */
export type Outcome = { done: string[]; refused: string[]; code?: string };

type Job = {
  action: Batch["action"];
  ids: readonly string[];
  parentId?: string;
  /** Told after each call what it did, and how many were done or refused so far. */
  onSome?: (done: string[], soFar: number) => void;
};

type Ended = { outcome: Outcome; error?: ActionError };

/** Does one thing to any number of entries, each on its own. A failure of the call itself refuses all that it was to do. */
export function runBatch(job: Job): Promise<Ended> {
  const calls = callInTurn(job);
  // What one call does goes on when the page is left; before the calls that are still to come the browser asks.
  return job.ids.length > AT_ONCE ? askBeforeLeaving(calls) : calls;
}

async function callInTurn(job: Job): Promise<Ended> {
  const { action, ids, parentId, onSome } = job;
  const outcome: Outcome = { done: [], refused: [] };
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const answer: Result<BatchResults> = await callApi("/api/files/batch", {
      method: "POST",
      body: { action, ids: some, parentId },
      // It showed at once: whoever leaves the page the next moment takes it for done.
      keepalive: true,
    });
    if (!answer.ok) {
      outcome.refused.push(...ids.slice(from));
      return { outcome, error: answer.error };
    }
    const { results } = answer.value;
    const done = results.filter(({ ok }) => ok).map(({ id }) => id);
    outcome.done.push(...done);
    outcome.refused.push(...results.filter(({ ok }) => !ok).map(({ id }) => id));
    outcome.code ??= results.find(({ ok }) => !ok)?.code;
    onSome?.(done, from + some.length);
  }
  return { outcome };
}
