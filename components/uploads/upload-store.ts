import { createStore } from "@/components/ui/store";
import type { Failure } from "@/lib/uploads/client-transfer";
import { addSample, paceOf, type Sample } from "./pace";

export type UploadState =
  /** A folder whose content is being looked up. */
  | "reading"
  | "waiting"
  | "sending"
  /** It waits for a network, or for a server out of reach, and goes on by itself. */
  | "offline"
  /** The same file is on its way to the same place already, in this tab or another. */
  | "elsewhere"
  | "paused"
  /** Left over from an earlier visit: it goes on when asked to. */
  | "stopped"
  /** The name is taken, and nobody has said yet what to do. */
  | "asking"
  | "done"
  | "failed";

/** Why nothing came of it, or why it does not go on yet. */
export type Fault = Failure | "broke" | "folderNotMade" | "dropUnreadable" | "notThisFile";

export type TrayItem = {
  id: string;
  name: string;
  size: number;
  parentId: string;
  sent: number;
  /** Bytes a second; null while that would be a guess. */
  pace: number | null;
  state: UploadState;
  fault?: Fault;
  /** Whether the file is at hand; else going on needs it to be chosen again. */
  hasFile: boolean;
};

/** What the tray shows: its items, how many bytes a second are on their way, once that is known, and how many were given up. */
export type Tray = { items: TrayItem[]; pace: number | null; cancelled: number };

// More often nobody sees, and the page has better to do.
const SHOW_EVERY_MS = 120;

const items = new Map<string, TrayItem>();
const samplesOf = new Map<string, Sample[]>();
let samples: Sample[] = [];
let sentInAll = 0;
let cancelled = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

const ACTIVE: UploadState[] = ["reading", "waiting", "sending", "offline", "elsewhere"];

/** Whether it is on its way, or will be without being asked. */
export const isActive = ({ state }: Pick<TrayItem, "state">): boolean => ACTIVE.includes(state);

/** Whether it takes up one of the few places for what is sent at once. */
export const isSending = ({ state }: Pick<TrayItem, "state">): boolean => state === "sending" || state === "offline";

/** The tray as it was last shown. */
export const tray = createStore<Tray>({ items: [], pace: null, cancelled: 0 });

/** All items as they are now, which may be a moment ahead of what the tray shows. */
export const allItems = (): TrayItem[] => [...items.values()];

export const findItem = (id: string): TrayItem | undefined => items.get(id);

export function putItems(added: TrayItem[]): void {
  for (const item of added) items.set(item.id, item);
  publishSoon(0);
}

/** Changes an item, if it is still there. */
export function changeItem(id: string, by: Partial<TrayItem>): void {
  const item = items.get(id);
  if (!item) return;
  const isProgress = by.state === undefined || by.state === item.state;
  items.set(id, { ...item, ...by });
  if (!isSending({ state: by.state ?? item.state })) samplesOf.delete(id);
  publishSoon(isProgress ? SHOW_EVERY_MS : 0);
}

/** Tells how far an upload is. */
export function moveItem(id: string, sent: number): void {
  const item = items.get(id);
  if (!item) return;
  const seen = addSample(samplesOf.get(id) ?? [], { at: performance.now(), bytes: sent });
  samplesOf.set(id, seen);
  sentInAll += sent - item.sent;
  items.set(id, { ...item, sent, pace: paceOf(seen) });
  publishSoon(SHOW_EVERY_MS);
}

export function removeItems(ids: string[]): void {
  for (const id of ids) {
    items.delete(id);
    samplesOf.delete(id);
  }
  if (items.size === 0) cancelled = 0;
  publishSoon(0);
}

/** Counts what is given up before it was done; without a count it begins anew. */
export function noteCancelled(count?: number): void {
  cancelled = count === undefined ? 0 : cancelled + count;
}

function publishSoon(wait: number): void {
  if (wait === 0) clearTimeout(timer);
  else if (timer !== undefined) return;
  timer = setTimeout(publish, wait);
}

function publish(): void {
  timer = undefined;
  const shown = allItems();
  samples = shown.some(isSending) ? addSample(samples, { at: performance.now(), bytes: sentInAll }) : [];
  tray.set({ items: shown, pace: paceOf(samples), cancelled });
}
