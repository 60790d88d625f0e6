import { livingTabs } from "@/lib/uploads/client-lock";
import { listPlans, type Plan } from "@/lib/uploads/client-plans";
import { askForFiles } from "./pick-files";
import { tabId } from "./upload-plan";
import { addLeftOver, planOf, renewUpload, resumeUploads } from "./upload-queue";
import { allItems, changeItem, findItem, removeItems } from "./upload-store";

/** In browsers that keep a handle, it asks for leave to read once more (File System Access API, not in TypeScript's library yet). */
type Asking = FileSystemFileHandle & {
  queryPermission?: (options: { mode: "read" }) => Promise<PermissionState>;
  requestPermission?: (options: { mode: "read" }) => Promise<PermissionState>;
};

/**
 * Puts into the tray what earlier visits left unfinished, and takes out what another tab has gone on with since. What another
 * tab that lives has in its queue stays that tab's.
 */
export async function restoreUploads(userId: string): Promise<void> {
  const [plans, isLiving] = await Promise.all([listPlans(userId), livingTabs()]);
  const free = plans.filter((plan) => plan.tabId === tabId || !isLiving(plan.tabId));
  const ids = new Set(free.map(({ id }) => id));
  const stopped = allItems().filter(({ state }) => state === "stopped");
  removeItems(stopped.map(({ id }) => id).filter((id) => !ids.has(id)));
  const added = free.filter(({ id }) => !findItem(id));
  if (added.length > 0) addLeftOver(added);
}

/** Goes on with uploads of an earlier visit: one click where the browser kept the file, else it is asked for again. */
export async function resumeStopped(ids: string[]): Promise<void> {
  const plans = ids.flatMap((id) => planOf(id) ?? []);
  const kept = plans.filter(({ handle }) => handle);
  const files = new Map<string, File>();
  for (const plan of kept) {
    const file = await readHandle(plan);
    if (file) files.set(plan.id, file);
  }
  resumeWith(plans, files);
  const unkept = plans.filter(({ id }) => !files.has(id));
  if (unkept.length === 0) return;
  askForFiles({ isMultiple: unkept.length > 1 }, (chosen) => resumeWithChosen(unkept, chosen));
}

async function readHandle({ handle }: Plan): Promise<File | null> {
  const asking: Asking | undefined = handle;
  try {
    const mode = { mode: "read" } as const;
    const isGranted =
      (await asking?.queryPermission?.(mode)) === "granted" || (await asking?.requestPermission?.(mode)) === "granted";
    return isGranted && asking ? await asking.getFile() : null;
  } catch {
    // Moved or deleted since.
    return null;
  }
}

function resumeWithChosen(plans: Plan[], chosen: File[]): void {
  const found = plans.flatMap((plan) => {
    const named = chosen.filter(({ name }) => name === plan.name);
    const file = named.find((each) => isSame(plan, each)) ?? (hasFailed(plan) ? named[0] : undefined);
    return file ? [[plan.id, file] as const] : [];
  });
  const files = new Map(found);
  resumeWith(plans, files);
  for (const { id } of plans) if (!files.has(id) && chosen.length > 0) changeItem(id, { fault: "notThisFile" });
}

// What failed by its file is begun anew with whatever the file is now; what was merely left is held to what it was.
function resumeWith(plans: Plan[], files: Map<string, File>): void {
  for (const plan of plans) {
    const file = files.get(plan.id);
    if (!file) continue;
    if (hasFailed(plan) && !isSame(plan, file)) renewUpload(plan.id, file);
    else resumeUploads([plan.id], files);
  }
}

const hasFailed = ({ id }: Plan): boolean => findItem(id)?.state === "failed";

const isSame = (plan: Plan, { name, size, lastModified }: File): boolean =>
  name === plan.name && size === plan.size && lastModified === plan.lastModified;
