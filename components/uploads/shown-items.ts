import type { TrayItem, UploadState } from "./upload-store";

const MOST_SHOWN = 100;

// Of ten thousand files, those that want something come first, then those under way.
const RANK: Record<UploadState, number> = {
  asking: 0,
  failed: 1,
  stopped: 2,
  reading: 3,
  sending: 3,
  offline: 3,
  paused: 4,
  elsewhere: 5,
  waiting: 6,
  done: 7,
};

/** The items that the tray draws, and how many there are besides: few as they came, of many those that matter. */
export function shownItems(items: TrayItem[]): { shown: TrayItem[]; hidden: number } {
  if (items.length <= MOST_SHOWN) return { shown: items, hidden: 0 };
  const shown = items.toSorted((a, b) => RANK[a.state] - RANK[b.state]).slice(0, MOST_SHOWN);
  return { shown, hidden: items.length - shown.length };
}
