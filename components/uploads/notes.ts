import type { Formats } from "@/lib/format";
import type { Translate } from "@/lib/i18n/client-translate";

type Notes = { percent?: number; pace: number | null; secondsLeft: number | null };

/** How far, how fast and how long still, in the viewer's language. */
export function notesOf({ percent, pace, secondsLeft }: Notes, t: Translate, formats: Formats): string {
  const notes = percent === undefined ? [] : [t("uploads.percent", { percent })];
  if (pace) notes.push(t("uploads.perSecond", { size: formats.formatBytes(pace) }));
  if (secondsLeft !== null) notes.push(t("uploads.timeLeft", { time: formats.formatDuration(secondsLeft) }));
  return notes.join(" · ");
}
