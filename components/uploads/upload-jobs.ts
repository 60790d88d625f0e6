import { addThumbnail } from "@/components/entries/thumbnails";
import { abortOnServer, transfer } from "@/lib/uploads/client";
import { alone } from "@/lib/uploads/client-lock";
import { findPlan, forgetPlan, type Plan, savePlans } from "@/lib/uploads/client-plans";
import type { Outcome } from "@/lib/uploads/client-transfer";
import { type Choice, rememberedChoice } from "./conflict-choice";
import { type Job, jobs, keep } from "./open-jobs";
import { arrived } from "./upload-arrivals";
import { isHeldUp, makeFolders } from "./upload-folders";
import { newKey } from "./upload-plan";
import {
  allItems,
  changeItem,
  findItem,
  isActive,
  isSending,
  moveItem,
  noteCancelled,
  removeItems,
  type UploadState,
} from "./upload-store";

const FILES_AT_ONCE = 3;
// What has ended, and a name that is skipped, is not given up.
const UNCOUNTED: UploadState[] = ["done", "failed", "asking"];
// What the server refused for good: going on with what it has of it makes no sense.
const LASTING = ["gone", "not_found", "forbidden", "quota_exceeded", "too_large", "conflict", "changed", "name_taken"];

/** Begins as many of those that wait as there are places for. */
export function pump(): void {
  for (let next = nextJob(); next; next = nextJob()) void run(next);
  arrived(!allItems().some(isActive));
}

// Asked anew after each: one that begins may hold others up.
function nextJob(): Job | undefined {
  const all = allItems();
  if (all.filter(isSending).length >= FILES_AT_ONCE) return undefined;
  const next = all.find(({ id, state }) => state === "waiting" && isReady(jobs.get(id)));
  return next && jobs.get(next.id);
}

const isReady = (job: Job | undefined): boolean =>
  job !== undefined && (job.file !== null || job.isFolder === true) && !job.stop && !isHeldUp(job);

/** Lets an upload begin from nothing: what the server has of it goes, and it is another one to the server from here on. */
export function renew(job: Job, by: Partial<Plan> = {}): void {
  giveUpOnServer(job);
  void keep(job, { ...by, ...anew() });
}

const anew = (): Partial<Plan> => ({
  startKey: newKey(),
  uploadId: undefined,
  hashed: undefined,
  firstMd5: undefined,
});

function giveUpOnServer({ plan }: Job): void {
  if (plan.uploadId) void abortOnServer(plan.uploadId);
}

/** Gives uploads up, or takes ended ones out of the tray. */
export function cancelUploads(ids: string[]): void {
  const states = ids.map((id) => findItem(id)?.state);
  noteCancelled(states.filter((state) => state && !UNCOUNTED.includes(state)).length);
  for (const id of ids) {
    const job = jobs.get(id);
    jobs.delete(id);
    void forgetPlan(id);
    if (!job) continue;
    job.isGivenUp = true;
    // One that runs gives up when it has stopped: only then is it known what the server has of it.
    if (job.stop) job.stop.abort(new Error("cancelled"));
    else giveUpOnServer(job);
  }
  removeItems(ids);
  pump();
}

/** Says what to do about the name of one upload that is taken. */
export function answerConflict(id: string, choice: Choice): void {
  const job = jobs.get(id);
  if (choice === "skip") cancelUploads([id]);
  else if (job) {
    renew(job, { onConflict: choice });
    changeItem(id, { state: "waiting" });
    pump();
  }
}

async function run(job: Job): Promise<void> {
  const { file, plan } = job;
  const { id } = plan;
  const stop = new AbortController();
  job.stop = stop;
  changeItem(id, { state: "sending" });
  try {
    if (!(await makeFolders(job, waitOf(id, stop.signal), pump))) return;
    if (!file) return leaveTray(id);
    changeItem(id, { parentId: job.plan.parentId });
    const onBusy = () => changeItem(id, { state: "elsewhere" });
    settle(id, job, await alone(lockOf(job.plan), { signal: stop.signal, onBusy }, () => send(job, file, stop.signal)));
  } catch {
    // Paused or given up: whoever stopped it has said so.
    if (!stop.signal.aborted) changeItem(id, { state: "failed", fault: "broke" });
    if (job.isGivenUp) giveUpOnServer(job);
  } finally {
    job.stop = undefined;
    pump();
  }
}

// A folder shows in the list.
function leaveTray(id: string): void {
  jobs.delete(id);
  removeItems([id]);
}

const waitOf = (id: string, signal: AbortSignal) => ({
  signal,
  onWait: (isWaiting: boolean) => {
    if (!signal.aborted) changeItem(id, { state: isWaiting ? "offline" : "sending" });
  },
});

// Under which two tabs know that they mean the same file and the same place.
const lockOf = ({ userId, parentId, name, size, lastModified }: Plan): string =>
  JSON.stringify(["upload", userId, parentId, name, size, lastModified]);

async function send(job: Job, file: File, signal: AbortSignal): Promise<Outcome> {
  const { id } = job.plan;
  job.plan = await currentPlan(job);
  if (findItem(id)?.state === "elsewhere") changeItem(id, { state: "sending" });
  return transfer({
    file,
    plan: job.plan,
    ...waitOf(id, signal),
    onProgress: (sent) => moveItem(id, sent),
    save: (by) => keep(job, by),
  });
}

// Another tab may have gone on with it before this one's turn. One that was ended there, or given up by a log-out, is begun anew:
// what has arrived meanwhile is found by its name.
async function currentPlan({ plan, isKept }: Job): Promise<Plan> {
  if (!isKept) return plan;
  const kept = await findPlan(plan.id).catch(() => plan);
  const { handle, parentId, folders } = plan;
  if (kept) return { ...kept, handle, parentId, folders };
  const again = { ...plan, ...anew() };
  await savePlans([again]);
  return again;
}

function settle(id: string, job: Job, outcome: Outcome): void {
  if (outcome.ok) {
    jobs.delete(id);
    void forgetPlan(id);
    changeItem(id, { state: "done", sent: job.plan.size, pace: null });
    arrived(false, outcome.entry);
    if (job.file) void addThumbnail(outcome.entry, job.file);
    return;
  }
  const { failure } = outcome;
  const isOfFile = typeof failure === "string";
  const code = isOfFile ? failure : failure.code;
  const choice = code === "name_taken" ? rememberedChoice(job.plan) : null;
  if (choice) {
    answerConflict(id, choice);
    return;
  }
  if (LASTING.includes(code)) renew(job);
  // What the browser handed out of the file is of no use any more.
  if (isOfFile) job.file = null;
  const state = code === "name_taken" ? "asking" : "failed";
  const fault = state === "failed" ? failure : undefined;
  changeItem(id, { state, fault, pace: null, hasFile: !isOfFile });
}
