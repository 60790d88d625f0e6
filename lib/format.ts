const UNITS = ["bytes", "kB", "MB", "GB", "TB"];
const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A size in human units, as a drive's maker counts them: 1,000 bytes a kB. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  const digits = power > 0 && value < 100 ? 1 : 0;
  return `${value.toLocaleString("en", { maximumFractionDigits: digits })} ${UNITS[power]}`;
}

/** A moment as a day people read; the exact instant goes beside it as `dateTime` and title. Without a zone, the viewer's. */
export const formatDay = (iso: string, timeZone?: string): string =>
  new Date(iso).toLocaleDateString("en", { year: "numeric", month: "short", day: "numeric", timeZone });

/** How long something will take, in words no more exact than such a guess is. */
export function formatDuration(seconds: number): string {
  if (seconds < MINUTE) return `${Math.max(1, Math.ceil(seconds))} s`;
  if (seconds < HOUR) return `${Math.round(seconds / MINUTE)} min`;
  const minutes = Math.round((seconds % HOUR) / MINUTE);
  return minutes === 0 || minutes === 60
    ? `${Math.round(seconds / HOUR)} h`
    : `${Math.floor(seconds / HOUR)} h ${minutes} min`;
}
