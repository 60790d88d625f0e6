import "server-only";
import { runCopy } from "@/lib/entries/copy";
import { runEmptyTrash, runPurge } from "@/lib/entries/purge";
import { expireTrash, reapObjects } from "@/lib/entries/reap";
import { runDueJobs, takeTurn } from "@/lib/jobs/jobs";
import { describeError, log } from "@/lib/log";
import { runDeleteAccount } from "@/lib/service/account";
import { sweepUploads } from "@/lib/uploads/uploads";

const TICK_MS = 5000;
const TURN_SECONDS = 60;

const handlers = { copy: runCopy, purge: runPurge, "empty-trash": runEmptyTrash, "delete-account": runDeleteAccount };

/** Does the jobs that are due. Answers how many were done. */
export const runJobs = (now = new Date()): Promise<number> => runDueJobs(handlers, now);

/** Does the jobs that are due, again and again. Every copy may run it: leases and turns keep them out of each other's way. */
export function startWorker(): void {
  const tick = async () => {
    try {
      await runJobs();
      if (await takeTurn("sweep", TURN_SECONDS)) await sweep();
    } catch (error) {
      log().warn({ event: "worker.failed", error: describeError(error) });
    }
    setTimeout(tick, TICK_MS).unref();
  };
  setTimeout(tick, TICK_MS).unref();
}

async function sweep(): Promise<void> {
  await sweepUploads();
  await expireTrash();
  await reapObjects();
}
