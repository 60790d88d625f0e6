import type { Entry } from "@/lib/entries/schema";
import { rememberChoice } from "./conflict-choice";

const SHOW_EVERY_MS = 1500;

let shownAt = 0;
let isUnshown = false;
let onDone: () => void = () => undefined;

/** What to do when files have arrived: the page shows them. */
export function whenDone(callback: () => void): void {
  onDone = callback;
}

/** Shows what has arrived, `entry` too: not for each of five hundred small files, but soon, and at once when all is over. */
export function arrived(isOver: boolean, entry?: Entry): void {
  isUnshown ||= entry !== undefined;
  if (isOver) rememberChoice(null);
  if (!isUnshown || (!isOver && performance.now() - shownAt < SHOW_EVERY_MS)) return;
  shownAt = performance.now();
  isUnshown = false;
  onDone();
}
