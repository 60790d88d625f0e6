import { formatBytes, formatDuration } from "@/lib/format";
import { isActive, type Tray } from "./upload-store";

/** The tray's uploads as one. */
export type Progress = { active: number; failed: number; count: number; percent: number; notes: string };

/** Sums the tray up: what failed takes no part in what is left to do. */
export function progressOf({ items, pace }: Tray): Progress {
  const going = items.filter((item) => item.state !== "failed");
  const total = going.reduce((sum, item) => sum + item.size, 0);
  const sent = going.reduce((sum, item) => sum + Math.min(item.sent, item.size), 0);
  const percent = total === 0 ? 0 : Math.floor((sent / total) * 100);
  const speed = pace ? [`${formatBytes(pace)}/s`, `${formatDuration((total - sent) / pace)} left`] : [];
  return {
    active: items.filter(isActive).length,
    failed: items.length - going.length,
    count: items.length,
    percent,
    notes: [`${percent} %`, ...speed].join(" · "),
  };
}

const files = (count: number): string => (count === 1 ? "1 file" : `${count} files`);

/** What is worth saying aloud: the beginning, each quarter, and how it ended. */
export function announcementOf({ active, failed, count, percent }: Progress): string {
  if (count === 0) return "";
  if (active === 0) return failed === 0 ? `${files(count)} uploaded.` : `${files(failed)} could not be uploaded.`;
  const quarter = Math.floor(percent / 25) * 25;
  return quarter === 0 ? `Uploading ${files(count)}.` : `${quarter} percent uploaded.`;
}
