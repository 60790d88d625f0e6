import "server-only";
import { atEnd } from "@/lib/ending";
import { runCopy } from "@/lib/entries/copy";
import { runEmptyTrash, runPurge } from "@/lib/entries/purge";
import { expireTrash, reapObjects } from "@/lib/entries/reap";
import { runDueJobs, takeTurn } from "@/lib/jobs/jobs";
import { describeError, log } from "@/lib/log";
import { runDeleteAccount } from "@/lib/service/account";
import { inTrace } from "@/lib/trace";
import { sweepUploads } from "@/lib/uploads/uploads";

const TICK_MS = 5000;
const TURN_SECONDS = 60;

const handlers = { copy: runCopy, purge: runPurge, "empty-trash": runEmptyTrash, "delete-account": runDeleteAccount };

/** Does the jobs that are due, until `ending` says to hand them over. Answers how many were done. */
export const runJobs = (now = new Date(), ending?: AbortSignal): Promise<number> => runDueJobs(handlers, now, ending);

/**
 * Does the jobs that are due, again and again. Every copy may run it: leases and turns keep them out of each other's way.
 * When the process is to end, it hands over what it has in hand.
 */
export function startWorker(): void {
  const ending = new AbortController();
  let timer: NodeJS.Timeout;
  let round = Promise.resolve();
  const wait = () => {
    if (ending.signal.aborted) return;
    timer = setTimeout(() => {
      round = turn(ending.signal).then(wait);
    }, TICK_MS).unref();
  };
  atEnd(async () => {
    ending.abort(new Error("This copy is being stopped"));
    clearTimeout(timer);
    await round;
  });
  wait();
}

async function turn(ending: AbortSignal): Promise<void> {
  try {
    await runJobs(new Date(), ending);
    if (!ending.aborted && (await takeTurn("sweep", TURN_SECONDS))) await inTrace({ name: "sweep" }, sweep);
  } catch (error) {
    log().warn({ event: "worker.failed", error: describeError(error) });
  }
}

async function sweep(): Promise<void> {
  await sweepUploads();
  await expireTrash();
  await reapObjects();
}
