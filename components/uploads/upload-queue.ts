import { addThumbnail } from "@/components/entries/thumbnails";
import { abortOnServer, transfer } from "@/lib/uploads/client";
import { alone } from "@/lib/uploads/client-lock";
import { changePlan, findPlan, forgetPlan, type Plan, savePlans } from "@/lib/uploads/client-plans";
import type { Outcome } from "@/lib/uploads/client-transfer";
import { type Choice, rememberedChoice } from "./conflict-choice";
import { arrived } from "./upload-arrivals";
import { newKey, newPlan, type Placement, tabId } from "./upload-plan";
import {
  allItems,
  changeItem,
  type Fault,
  findItem,
  isActive,
  isSending,
  moveItem,
  putItems,
  removeItems,
  type TrayItem,
} from "./upload-store";

type Job = { plan: Plan; file: File | null; stop?: AbortController; isKept: boolean; isGivenUp?: boolean };

const FILES_AT_ONCE = 3;
// What the server refused for good: going on with what it has of it makes no sense.
const LASTING = ["gone", "not_found", "forbidden", "quota_exceeded", "too_large", "conflict"];

const jobs = new Map<string, Job>();

/** Puts files in the queue; what arrived before leaves the tray. They are remembered, so that a crash loses none. */
export async function addFiles(files: Placement[]): Promise<void> {
  if (!allItems().some(isActive)) removeItems(idsIn(["done"]));
  const added = files.map((placement) => ({ plan: newPlan(placement), file: placement.file }));
  putItems(added.map(({ plan, file }) => itemOf(plan, file)));
  for (const { plan, file } of added) jobs.set(plan.id, { plan, file, isKept: false });
  const isKept = await savePlans(added.map(({ plan }) => plan));
  for (const { plan } of added) {
    const job = jobs.get(plan.id);
    if (job) job.isKept = isKept;
    else await forgetPlan(plan.id);
  }
  pump();
}

/** Takes in what an earlier visit left: it waits to be resumed. */
export function addLeftOver(plans: Plan[]): void {
  for (const plan of plans) jobs.set(plan.id, { plan, file: null, isKept: true });
  putItems(plans.map((plan) => ({ ...itemOf(plan, null), state: "stopped" as const })));
}

/** Shows a file that can't even be begun, and why. */
export const addFailed = (name: string, fault: Fault): void =>
  putItems([
    { id: newKey(), name, size: 0, parentId: "root", sent: 0, pace: null, state: "failed", fault, hasFile: false },
  ]);

/** The plan of an upload in the tray. */
export const planOf = (id: string): Plan | undefined => jobs.get(id)?.plan;

/** Stops uploads where they are; what the store has, it keeps. */
export function pauseUploads(ids: string[]): void {
  for (const id of ids) {
    const item = findItem(id);
    if (!item || !isActive(item)) continue;
    changeItem(id, { state: "paused", pace: null });
    jobs.get(id)?.stop?.abort(new Error("paused"));
  }
  pump();
}

/** Goes on with what was paused, or failed; `files` holds the files of those that were left over, by upload. */
export function resumeUploads(ids: string[], files: Map<string, File> = new Map()): void {
  for (const id of ids) {
    const job = jobs.get(id);
    if (!job) continue;
    job.file = files.get(id) ?? job.file;
    if (!job.file) continue;
    void keep(job, { tabId });
    changeItem(id, { state: "waiting", fault: undefined, hasFile: true });
  }
  pump();
}

/** Gives uploads up, or takes ended ones out of the tray. */
export function cancelUploads(ids: string[]): void {
  for (const id of ids) {
    const job = jobs.get(id);
    const isRunning = job?.stop !== undefined;
    jobs.delete(id);
    void forgetPlan(id);
    if (job) job.isGivenUp = true;
    if (isRunning) job.stop?.abort(new Error("cancelled"));
    else if (job?.plan.uploadId) void abortOnServer(job.plan.uploadId);
  }
  removeItems(ids);
  pump();
}

/** Says what to do about the name of one upload that is taken. */
export function answerConflict(id: string, choice: Choice): void {
  const job = jobs.get(id);
  if (choice === "skip") cancelUploads([id]);
  else if (job) {
    void keep(job, { onConflict: choice, ...anew() });
    changeItem(id, { state: "waiting" });
    pump();
  }
}

/** Takes everything that has ended out of the tray. */
export const clearEnded = (): void => cancelUploads(idsIn(["done", "failed"]));

const idsIn = (states: TrayItem["state"][]): string[] =>
  allItems()
    .filter(({ state }) => states.includes(state))
    .map(({ id }) => id);

const itemOf = ({ id, name, size, parentId }: Plan, file: File | null): TrayItem => ({
  id,
  name,
  size,
  parentId,
  sent: 0,
  pace: null,
  state: "waiting",
  hasFile: file !== null,
});

function pump(): void {
  const all = allItems();
  const free = Math.max(0, FILES_AT_ONCE - all.filter(isSending).length);
  const next = all.filter(({ id, state }) => state === "waiting" && !jobs.get(id)?.stop).slice(0, free);
  for (const { id } of next) void run(id);
  arrived(!allItems().some(isActive));
}

async function run(id: string): Promise<void> {
  const job = jobs.get(id);
  if (!job?.file) return;
  const { file, plan } = job;
  const stop = new AbortController();
  job.stop = stop;
  changeItem(id, { state: "sending" });
  try {
    const onBusy = () => changeItem(id, { state: "elsewhere" });
    settle(id, job, await alone(lockOf(plan), { signal: stop.signal, onBusy }, () => send(job, file, stop.signal)));
  } catch {
    // Paused or given up: whoever stopped it has said so.
    if (!stop.signal.aborted) changeItem(id, { state: "failed", fault: "broke" });
    if (job.isGivenUp && job.plan.uploadId) void abortOnServer(job.plan.uploadId);
  } finally {
    job.stop = undefined;
    pump();
  }
}

/** Under which two tabs know that they mean the same file and the same place. */
const lockOf = ({ userId, parentId, name, size, lastModified }: Plan): string =>
  JSON.stringify(["upload", userId, parentId, name, size, lastModified]);

async function send(job: Job, file: File, signal: AbortSignal): Promise<Outcome> {
  const { id } = job.plan;
  // Another tab may have gone on with it, or ended it, before this one's turn.
  const kept = job.isKept ? await findPlan(id) : job.plan;
  if (!kept) return { ok: true, entry: null };
  job.plan = { ...kept, handle: job.plan.handle };
  if (findItem(id)?.state === "elsewhere") changeItem(id, { state: "sending" });
  return transfer({
    file,
    plan: job.plan,
    signal,
    onProgress: (sent) => moveItem(id, sent),
    onWait: (isWaiting) => !signal.aborted && changeItem(id, { state: isWaiting ? "offline" : "sending" }),
    save: (by) => keep(job, by),
  });
}

function keep(job: Job, by: Partial<Plan>): Promise<unknown> {
  job.plan = { ...job.plan, ...by };
  return job.isKept ? changePlan(job.plan.id, by) : Promise.resolve();
}

// What is begun anew is another upload to the server.
const anew = (): Partial<Plan> => ({
  startKey: newKey(),
  uploadId: undefined,
  hashed: undefined,
  firstMd5: undefined,
});

function settle(id: string, job: Job, outcome: Outcome): void {
  if (outcome.ok) {
    jobs.delete(id);
    void forgetPlan(id);
    changeItem(id, { state: "done", sent: job.plan.size, pace: null });
    arrived(false, outcome.entry);
    if (outcome.entry && job.file) void addThumbnail(outcome.entry, job.file);
    return;
  }
  const { failure } = outcome;
  const code = typeof failure === "string" ? failure : failure.code;
  const isLasting = LASTING.includes(code) || code === "changed" || code === "name_taken";
  if (isLasting) {
    if (job.plan.uploadId) void abortOnServer(job.plan.uploadId);
    void keep(job, anew());
  }
  const choice = code === "name_taken" ? rememberedChoice(job.plan) : null;
  if (choice) answerConflict(id, choice);
  else if (code === "name_taken") changeItem(id, { state: "asking", pace: null });
  else changeItem(id, { state: "failed", fault: failure, pace: null });
}
