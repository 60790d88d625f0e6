import type { Entry } from "@/lib/entries/schema";
import type { FolderToMake } from "@/lib/uploads/client-plans";
import { insist, type Transfer } from "@/lib/uploads/client-transfer";
import { type Job, jobs, keepAll } from "./open-jobs";
import { arrived } from "./upload-arrivals";
import { changeItem, findItem, isSending } from "./upload-store";

const making = new Set<string>();

const nextOf = ({ plan }: Job): FolderToMake | undefined => plan.folders?.[0];

/** Whether another upload is making the folder that this one needs next. */
export const isHeldUp = (job: Job): boolean => making.has(nextOf(job)?.key ?? "");

/**
 * Makes what is not there yet of the folders that an upload goes to, for all that go there too; a name that is taken gets a
 * number. Without a network it waits for one. `onMade` lets others go on. False when one was refused: then it has said so.
 */
export async function makeFolders(
  job: Job,
  wait: Pick<Transfer, "signal" | "onWait">,
  onMade: () => void,
): Promise<boolean> {
  for (let next = nextOf(job); next; next = nextOf(job)) {
    if (!(await make(next, job.plan.parentId, wait))) return false;
    // Not before this one has the next folder in hand.
    queueMicrotask(onMade);
  }
  return true;
}

async function make({ name, key }: FolderToMake, parentId: string, wait: Pick<Transfer, "signal" | "onWait">) {
  const body = { parentId, name, onConflict: "rename" };
  making.add(key);
  try {
    const made = await insist<Entry>(wait, "/api/folders", {
      method: "POST",
      body,
      headers: { "idempotency-key": key },
    });
    const waiting = [...jobs.values()].filter((job) => nextOf(job)?.key === key);
    if (made.ok) {
      const within = { parentId: made.value.id };
      void keepAll(waiting.map((job) => [job, { ...within, folders: job.plan.folders?.slice(1) }]));
      arrived(false, made.value);
    } else for (const { plan } of waiting) fail(plan.id);
    wait.signal.throwIfAborted();
    return made.ok;
  } finally {
    making.delete(key);
  }
}

// One that was paused or left over finds out when it goes on.
function fail(id: string): void {
  const item = findItem(id);
  if (item && (item.state === "waiting" || isSending(item)))
    changeItem(id, { state: "failed", fault: "folderNotMade", pace: null });
}
