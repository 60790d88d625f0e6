import { clear, createStore, del, delMany, get, promisifyRequest, setMany, values } from "idb-keyval";
import type { OnConflict } from "@/lib/uploads/schema";

/** The sums over the first `parts` parts of a file, as the hasher saves them: a resumed upload need not read them again. */
export type Hashed = { parts: number; sha256: Uint8Array; crc32: Uint8Array };

/** A folder that is still to be made, and the key under which it is: asked for again, it is the same folder. */
export type FolderToMake = { name: string; key: string };

/** An upload as this browser remembers it (DESIGN 4): all that going on after a crash needs, but the file itself. */
export type Plan = {
  id: string;
  userId: string;
  /** The tab that it is in the queue of; in another it is nothing left over while that tab lives. */
  tabId: string;
  parentId: string;
  /** Folders that are not there yet, from the outermost, which goes into `parentId`; the file goes into the last. */
  folders?: FolderToMake[];
  name: string;
  size: number;
  type: string;
  /** When the file was changed last, in milliseconds: with name and size it tells whether it is the same file. */
  lastModified: number;
  onConflict?: OnConflict;
  /** The key under which the upload is started: a start whose answer was lost gives the same upload again. */
  startKey: string;
  uploadId?: string;
  /** The MD5 of the first part, to tell another file of the same name, size and time from this one. */
  firstMd5?: string;
  hashed?: Hashed;
  /** Where the browser can keep it: the way back to the file without asking for it. */
  handle?: FileSystemFileHandle;
  savedAt: number;
};

// As long as the server keeps an upload that was left alone (DESIGN 4).
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

let opened: ReturnType<typeof createStore> | undefined;
const store = () => {
  opened ??= createStore("smart-drive-uploads", "plans");
  return opened;
};

/** Remembers plans. False where the browser keeps nothing (some private windows): the uploads run all the same. */
export const savePlans = (plans: Plan[]): Promise<boolean> =>
  isDone(
    setMany(
      plans.map((plan) => [plan.id, plan]),
      store(),
    ),
  );

/** Changes plans by their ids, those that are still remembered. */
export const changePlans = (changes: Map<string, Partial<Plan>>): Promise<boolean> =>
  isDone(
    store()("readwrite", (plans) => {
      for (const [id, by] of changes) {
        const found: IDBRequest<Plan | undefined> = plans.get(id);
        found.onsuccess = () => found.result && plans.put({ ...found.result, ...by }, id);
      }
      return promisifyRequest(plans.transaction);
    }),
  );

/** The plan, or null once it was forgotten. Throws where the browser can't tell. */
export const findPlan = async (id: string): Promise<Plan | null> => (await get<Plan>(id, store())) ?? null;

/** Forgets an upload that has ended. */
export const forgetPlan = (id: string): Promise<boolean> => isDone(del(id, store()));

/** What somebody's uploads had left to do, oldest first. What the server has swept away by now is forgotten. */
export async function listPlans(userId: string, now = Date.now()): Promise<Plan[]> {
  const plans = await values<Plan>(store()).catch(() => []);
  const tooOld = plans.filter((plan) => now - plan.savedAt > KEPT_MS);
  await isDone(delMany(idsOf(tooOld), store()));
  return plans
    .filter((plan) => plan.userId === userId && !tooOld.includes(plan))
    .sort((a, b) => a.savedAt - b.savedAt || a.name.localeCompare(b.name));
}

/** Forgets everything: nobody who comes after a log-out learns what was uploaded. */
export async function forgetAllPlans(): Promise<void> {
  await isDone(clear(store()));
}

const idsOf = (plans: Plan[]): string[] => plans.map(({ id }) => id);
const isDone = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );
