import type { Translate } from "@/lib/i18n/client-translate";
import { isActive, isSending, type Tray } from "./upload-store";

/** The tray's uploads as one. */
export type Progress = {
  active: number;
  failed: number;
  paused: number;
  stopped: number;
  asking: number;
  done: number;
  cancelled: number;
  count: number;
  percent: number;
  /** Bytes a second and seconds left, once they are more than a guess. */
  pace: number | null;
  secondsLeft: number | null;
  isOffline: boolean;
};

/** Sums the tray up: what failed takes no part in what is left to do. */
export function progressOf({ items, pace, cancelled }: Tray): Progress {
  const counts = {
    reading: 0,
    waiting: 0,
    sending: 0,
    offline: 0,
    elsewhere: 0,
    paused: 0,
    stopped: 0,
    asking: 0,
    done: 0,
    failed: 0,
  };
  let total = 0;
  let sent = 0;
  for (const item of items) {
    counts[item.state]++;
    if (item.state === "failed") continue;
    total += item.size;
    sent += Math.min(item.sent, item.size);
  }
  const isOffline = counts.offline > 0 && counts.sending === 0 && items.some(isSending);
  return {
    active: items.filter(isActive).length,
    failed: counts.failed,
    paused: counts.paused,
    stopped: counts.stopped,
    asking: counts.asking,
    done: counts.done,
    cancelled,
    count: items.length,
    percent: total === 0 ? 0 : Math.floor((sent / total) * 100),
    // What was measured before the network went says nothing of what is to come.
    pace: isOffline ? null : pace,
    secondsLeft: pace && !isOffline ? (total - sent) / pace : null,
    isOffline,
  };
}

/** What is worth saying aloud: the beginning, each quarter, and how it ended. */
export function announcementOf(progress: Progress, t: Translate): string {
  const { active, failed, paused, stopped, asking, count, percent, isOffline } = progress;
  if (count === 0) return "";
  if (asking > 0) return t("uploads.asks");
  if (isOffline) return t("uploads.offline");
  if (active === 0) {
    if (stopped > 0) return t("uploads.canGoOn", { count: stopped });
    if (paused > 0) return t("uploads.pausedOf", { paused, total: count });
    return failed === 0 ? t("uploads.saidDone", { count }) : t("uploads.saidFailed", { count: failed });
  }
  const quarter = Math.floor(percent / 25) * 25;
  return quarter === 0 ? t("uploads.saidBegin", { count }) : t("uploads.saidQuarter", { percent: quarter });
}
