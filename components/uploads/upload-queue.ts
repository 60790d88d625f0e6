import { forgetPlan, type Plan, savePlans } from "@/lib/uploads/client-plans";
import { cancelUploads, jobs, keep, pump, renew } from "./upload-jobs";
import { newKey, newPlan, type Placement, tabId } from "./upload-plan";
import {
  allItems,
  changeItem,
  type Fault,
  findItem,
  isActive,
  noteCancelled,
  putItems,
  removeItems,
  type TrayItem,
} from "./upload-store";

/** Puts files in the queue; what arrived before leaves the tray. They are remembered, so that a crash loses none. */
export async function addFiles(files: Placement[]): Promise<void> {
  if (!allItems().some(isActive)) {
    removeItems(idsIn(["done"]));
    noteCancelled();
  }
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
  const unknown = plans.filter(({ id }) => !jobs.has(id));
  for (const plan of unknown) jobs.set(plan.id, { plan, file: null, isKept: true });
  putItems(unknown.map((plan) => ({ ...itemOf(plan, null), state: "stopped" as const })));
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

/** Begins an upload anew with its file as it is now: it changed, or could not be read any more as it was. */
export function renewUpload(id: string, file: File): void {
  const job = jobs.get(id);
  if (!job) return;
  const { size, lastModified } = file;
  renew(job, { size, lastModified });
  changeItem(id, { size, sent: 0 });
  resumeUploads([id], new Map([[id, file]]));
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
