import type { Batch, BatchResults } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import type { ActionError, Result } from "@/lib/http/result";

const MOST_IDS = 1000;
// As many as fit into what a browser sends for a page that is left.
const MOST_KEPT = 500;

/** What became of a batch: who was refused, and why the first of them. */
export type Outcome = { done: string[]; refused: string[]; code?: string };

/** Does one thing to any number of entries, each on its own. A failure of the call itself refuses all that it was to do. */
export async function runBatch(
  action: Batch["action"],
  ids: readonly string[],
  parentId?: string,
): Promise<{ outcome: Outcome; error?: ActionError }> {
  const outcome: Outcome = { done: [], refused: [] };
  for (let from = 0; from < ids.length; from += MOST_IDS) {
    const some = ids.slice(from, from + MOST_IDS);
    const answer: Result<BatchResults> = await callApi("/api/files/batch", {
      method: "POST",
      body: { action, ids: some, parentId },
      // It showed at once: whoever leaves the page the next moment takes it for done.
      keepalive: some.length <= MOST_KEPT,
    });
    if (!answer.ok)
      return { outcome: { ...outcome, refused: [...outcome.refused, ...ids.slice(from)] }, error: answer.error };
    for (const { id, ok, code } of answer.value.results) {
      (ok ? outcome.done : outcome.refused).push(id);
      if (!ok) outcome.code ??= code;
    }
  }
  return { outcome };
}
