import type { Entry } from "@/lib/entries/schema";

/** Entries that were copied or cut, to be pasted into another folder of this tab. */
export type Clipboard = { mode: "copy" | "cut"; entries: Entry[] } | null;

let clipboard: Clipboard = null;
const listeners = new Set<() => void>();

/** What is on it, for `useSyncExternalStore`: it lives outside of any page, so it stays while one moves about. */
export const clipboardNow = (): Clipboard => clipboard;

/** Puts entries on it, or clears it. */
export function setClipboard(next: Clipboard): void {
  clipboard = next;
  for (const listener of listeners) listener();
}

/** Tells of every change. */
export function onClipboard(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
