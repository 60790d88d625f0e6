import "server-only";
import type { User } from "@/lib/auth/session";
import { patchEntry } from "@/lib/entries/relocate";
import type { Batch, BatchResults } from "@/lib/entries/schema";
import { purgeEntry, restoreEntry, trashEntry } from "@/lib/entries/trash";
import { AppError } from "@/lib/errors";
import { toAppError } from "@/lib/http/problem";

const AT_ONCE = 8;

type Deed = (user: User, entryId: string, batch: Batch) => Promise<unknown>;

const DEEDS: Record<Batch["action"], Deed> = {
  trash: (user, entryId) => trashEntry(user, entryId),
  restore: (user, entryId) => restoreEntry(user, entryId),
  delete: (user, entryId) => purgeEntry(user, entryId),
  move: (user, entryId, { parentId }) => patchEntry(user, { entryId, parentId }),
  star: (user, entryId) => patchEntry(user, { entryId, starred: true }),
  unstar: (user, entryId) => patchEntry(user, { entryId, starred: false }),
};

/** Does one thing to many entries, each on its own: one that is refused stops no other. */
export async function runBatch(user: User, batch: Batch): Promise<BatchResults> {
  const results: BatchResults["results"] = [];
  const ids = [...new Set(batch.ids)];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    results.push(...(await Promise.all(ids.slice(from, from + AT_ONCE).map((id) => runOne(user, id, batch)))));
  }
  return { results };
}

async function runOne(user: User, id: string, batch: Batch): Promise<BatchResults["results"][number]> {
  try {
    await DEEDS[batch.action](user, id, batch);
    return { id, ok: true };
  } catch (error) {
    return { id, ok: false, code: toAppError(error, "batch").code };
  }
}

/** Fails with the first refusal of a batch, for a form that shows one sentence. */
export function requireAll({ results }: BatchResults): { count: number } {
  const refused = results.find((result) => !result.ok);
  if (refused) throw new AppError(refused.code === "name_taken" ? "name_taken" : "conflict");
  return { count: results.length };
}
