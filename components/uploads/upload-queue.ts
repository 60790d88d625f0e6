import { forgetPlan, type Plan, savePlans } from "@/lib/uploads/client-plans";
import { jobs, keep } from "./open-jobs";
import { cancelUploads, pump, renew } from "./upload-jobs";
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
  beginAnew();
  const added = files.map((placement) => ({ plan: newPlan(placement), file: placement.file }));
  putItems(added.map(({ plan }) => itemOf(plan, true)));
  for (const { plan, file } of added) jobs.set(plan.id, { plan, file, isFolder: !file, isKept: false });
  const lasting = added.filter(({ file }) => file);
  const isKept = await savePlans(lasting.map(({ plan }) => plan));
  for (const { plan } of lasting) {
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
  putItems(unknown.map((plan) => ({ ...itemOf(plan, false), state: "stopped" as const })));
}

/** Shows a file that can't even be begun, and why. */
export const addFailed = (name: string, fault: Fault): void => putItems([{ ...unplanned(name, "failed"), fault }]);

/** Shows a folder while what is in it is looked up; whoever looks takes it out again. Gone before that, it was given up. */
export function addReading(name: string): string {
  beginAnew();
  const item = unplanned(name, "reading");
  putItems([item]);
  return item.id;
}

const unplanned = (name: string, state: TrayItem["state"]): TrayItem => ({
  ...itemOf({ id: newKey(), name, size: 0, parentId: "root" }, false),
  state,
});

function beginAnew(): void {
  if (allItems().some(isActive)) return;
  removeItems(idsIn(["done"]));
  noteCancelled();
}

/** The plan of an upload in the tray. */
export const planOf = (id: string): Plan | undefined => jobs.get(id)?.plan;

/** Stops uploads where they are; what the store has, it keeps. */
export function pauseUploads(ids: string[]): void {
  for (const id of ids) {
    const item = findItem(id);
    const job = jobs.get(id);
    if (!item || !job || !isActive(item)) continue;
    changeItem(id, { state: "paused", pace: null });
    job.stop?.abort(new Error("paused"));
  }
  pump();
}

/** Goes on with what was paused, or failed; `files` holds the files of those that were left over, by upload. */
export function resumeUploads(ids: string[], files: Map<string, File> = new Map()): void {
  for (const id of ids) {
    const job = jobs.get(id);
    if (!job) continue;
    job.file = files.get(id) ?? job.file;
    if (!job.file && !job.isFolder) continue;
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

type Named = Pick<Plan, "id" | "name" | "size" | "parentId">;

const itemOf = ({ id, name, size, parentId }: Named, hasFile: boolean): TrayItem => ({
  id,
  name,
  size,
  parentId,
  sent: 0,
  pace: null,
  state: "waiting",
  hasFile,
});
