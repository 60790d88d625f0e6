import { uploadFile } from "@/lib/uploads/client";

export type TrayItem = {
  id: number;
  name: string;
  size: number;
  sent: number;
  state: "waiting" | "sending" | "done" | "failed";
  message?: string;
};

type Job = { file: File; parentId: string; abort: AbortController };

const FILES_AT_ONCE = 3;

let items: TrayItem[] = [];
let lastId = 0;
let onDone: () => void = () => undefined;
const jobs = new Map<number, Job>();
const listeners = new Set<() => void>();

/** The tray's items, for `useSyncExternalStore`: uploads live outside of any page, so they go on while one moves about. */
export const trayItems = (): TrayItem[] => items;

/** Tells of every change. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What to do when a file has arrived: the page shows it. */
export function whenDone(callback: () => void): void {
  onDone = callback;
}

/** Puts files in the queue. */
export function addFiles(files: File[], parentId: string): void {
  for (const file of files) {
    const id = ++lastId;
    jobs.set(id, { file, parentId, abort: new AbortController() });
    items = [...items, { id, name: file.name, size: file.size, sent: 0, state: "waiting" }];
  }
  publish();
  pump();
}

/** Shows a file that can't even be begun, and why. */
export function addFailed(name: string, message: string): void {
  items = [...items, { id: ++lastId, name, size: 0, sent: 0, state: "failed", message }];
  publish();
}

/** Gives an upload up, or takes an ended one out of the tray. */
export function cancelUpload(id: number): void {
  jobs.get(id)?.abort.abort(new Error("cancelled"));
  jobs.delete(id);
  items = items.filter((item) => item.id !== id);
  publish();
  pump();
}

/** Tries a failed upload again. */
export function retryUpload(id: number): void {
  const job = jobs.get(id);
  if (!job) return;
  jobs.set(id, { ...job, abort: new AbortController() });
  change(id, { state: "waiting", sent: 0, message: undefined });
  pump();
}

/** Takes what has arrived out of the tray. */
export function clearDone(): void {
  items = items.filter((item) => item.state !== "done");
  publish();
}

function pump(): void {
  const sending = items.filter((item) => item.state === "sending").length;
  const waiting = items.filter((item) => item.state === "waiting").slice(0, Math.max(0, FILES_AT_ONCE - sending));
  for (const { id } of waiting) void run(id);
}

async function run(id: number): Promise<void> {
  const job = jobs.get(id);
  if (!job) return;
  change(id, { state: "sending" });
  try {
    const { file, parentId, abort } = job;
    const onProgress = (sent: number) => change(id, { sent });
    const result = await uploadFile({ file, parentId, onProgress, signal: abort.signal });
    if (result.ok) change(id, { state: "done", sent: file.size });
    else change(id, { state: "failed", message: result.error.message });
    if (result.ok) jobs.delete(id);
    if (result.ok) onDone();
  } catch {
    if (jobs.has(id)) change(id, { state: "failed", message: "It broke off. Try again." });
  }
  pump();
}

function change(id: number, by: Partial<TrayItem>): void {
  items = items.map((item) => (item.id === id ? { ...item, ...by } : item));
  publish();
}

function publish(): void {
  for (const listener of listeners) listener();
}
