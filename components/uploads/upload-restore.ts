import { livingTabs } from "@/lib/uploads/client-lock";
import { listPlans, type Plan } from "@/lib/uploads/client-plans";
import { askForFiles } from "./pick-files";
import { tabId } from "./upload-plan";
import { addLeftOver, planOf, resumeUploads } from "./upload-queue";
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
  if (files.size > 0) resumeUploads([...files.keys()], files);
  const unkept = plans.filter(({ id }) => !files.has(id));
  if (unkept.length === 0) return;
  askForFiles({ isMultiple: unkept.length > 1 }, (chosen) => resumeWith(unkept, chosen));
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

function resumeWith(plans: Plan[], chosen: File[]): void {
  const isSame = (plan: Plan) => (file: File) =>
    file.name === plan.name && file.size === plan.size && file.lastModified === plan.lastModified;
  const files = new Map(plans.flatMap((plan) => chosen.filter(isSame(plan)).map((file) => [plan.id, file] as const)));
  resumeUploads([...files.keys()], files);
  for (const { id } of plans) if (!files.has(id) && chosen.length > 0) changeItem(id, { fault: "notThisFile" });
}
