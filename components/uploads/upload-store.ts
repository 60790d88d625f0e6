import { formatBytes } from "@/lib/format";
import type { ActionError } from "@/lib/http/result";
import { uploadFile } from "@/lib/uploads/client";
import { addSample, paceOf, type Sample } from "./pace";

export type TrayItem = {
  id: number;
  name: string;
  size: number;
  sent: number;
  state: "waiting" | "sending" | "done" | "failed";
  message?: string;
};

/** What the tray shows: its items, and how many bytes a second are on their way, once that is known. */
export type Tray = { items: TrayItem[]; pace: number | null };

type Job = { file: File; parentId: string; abort: AbortController };

const FILES_AT_ONCE = 3;
const SHOW_EVERY_MS = 1500;

let tray: Tray = { items: [], pace: null };
let samples: Sample[] = [];
let lastId = 0;
let shownAt = 0;
let isUnshown = false;
let onDone: () => void = () => undefined;
const jobs = new Map<number, Job>();
const listeners = new Set<() => void>();

export const isActive = ({ state }: TrayItem): boolean => state === "waiting" || state === "sending";

/** The tray as it is, for `useSyncExternalStore`: uploads live outside of any page, so they go on while one moves about. */
export const trayNow = (): Tray => tray;

/** Tells of every change. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What to do when files have arrived: the page shows them. */
export function whenDone(callback: () => void): void {
  onDone = callback;
}

/** Puts files in the queue; what arrived before leaves the tray. */
export function addFiles(files: File[], parentId: string): void {
  if (!tray.items.some(isActive)) clearDone();
  const added = files.map((file): TrayItem => {
    const id = ++lastId;
    jobs.set(id, { file, parentId, abort: new AbortController() });
    return { id, name: file.name, size: file.size, sent: 0, state: "waiting" };
  });
  publish([...tray.items, ...added]);
  pump();
}

/** Shows a file that can't even be begun, and why. */
export function addFailed(name: string, message: string): void {
  publish([...tray.items, { id: ++lastId, name, size: 0, sent: 0, state: "failed", message }]);
}

/** Gives an upload up, or takes an ended one out of the tray. */
export function cancelUpload(id: number): void {
  jobs.get(id)?.abort.abort(new Error("cancelled"));
  jobs.delete(id);
  publish(tray.items.filter((item) => item.id !== id));
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

/** Whether there is anything to try again: what could not be read at all has to be chosen anew. */
export const canRetry = (id: number): boolean => jobs.has(id);

/** Takes what has arrived out of the tray. */
export const clearDone = (): void => publish(tray.items.filter((item) => item.state !== "done"));

/** Takes everything that has ended out of the tray. */
export function clearEnded(): void {
  for (const { id, state } of tray.items) if (state === "failed") jobs.delete(id);
  publish(tray.items.filter(isActive));
}

function pump(): void {
  const sending = tray.items.filter((item) => item.state === "sending").length;
  const waiting = tray.items.filter((item) => item.state === "waiting").slice(0, Math.max(0, FILES_AT_ONCE - sending));
  for (const { id } of waiting) void run(id);
  showArrived();
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
    else change(id, { state: "failed", message: reasonOf(result.error, file) });
    if (result.ok) jobs.delete(id);
    isUnshown ||= result.ok;
  } catch {
    if (jobs.has(id)) change(id, { state: "failed", message: "It broke off. Try again." });
  }
  pump();
}

const reasonOf = ({ code, message }: ActionError, file: File): string =>
  code === "quota_exceeded" ? `It needs ${formatBytes(file.size)}, and there isn't that much space left.` : message;

// Five hundred small files arrive faster than a page can be drawn anew for each.
function showArrived(): void {
  const isOver = !tray.items.some(isActive);
  if (!isUnshown || (!isOver && performance.now() - shownAt < SHOW_EVERY_MS)) return;
  shownAt = performance.now();
  isUnshown = false;
  onDone();
}

function change(id: number, by: Partial<TrayItem>): void {
  publish(tray.items.map((item) => (item.id === id ? { ...item, ...by } : item)));
}

function publish(items: TrayItem[]): void {
  const bytes = items.reduce((sum, item) => sum + item.sent, 0);
  samples = items.some(isActive) ? addSample(samples, { at: performance.now(), bytes }) : [];
  tray = { items, pace: paceOf(samples) };
  for (const listener of listeners) listener();
}
