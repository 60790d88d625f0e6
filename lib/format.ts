const UNITS = ["bytes", "kB", "MB", "GB", "TB"];
const MINUTE = 60;
const HOUR = 60 * MINUTE;

// Making one takes longer than drawing the row that needs it.
const wholes = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const dayFormats = new Map<string | undefined, Intl.DateTimeFormat>();

/** A size in human units, as a drive's maker counts them: 1,000 bytes a kB. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  const numbers = power > 0 && value < 100 ? tenths : wholes;
  return `${numbers.format(value)} ${UNITS[power]}`;
}

/** A moment as a day people read; the exact instant goes beside it as `dateTime` and title. Without a zone, the viewer's. */
export function formatDay(iso: string, timeZone?: string): string {
  const format = dayFormats.get(timeZone) ?? new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone });
  dayFormats.set(timeZone, format);
  return format.format(new Date(iso));
}

/** How long something will take, in words no more exact than such a guess is. */
export function formatDuration(seconds: number): string {
  if (seconds < MINUTE) return `${Math.max(1, Math.ceil(seconds))} s`;
  if (seconds < HOUR) return `${Math.round(seconds / MINUTE)} min`;
  const minutes = Math.round((seconds % HOUR) / MINUTE);
  return minutes === 0 || minutes === 60
    ? `${Math.round(seconds / HOUR)} h`
    : `${Math.floor(seconds / HOUR)} h ${minutes} min`;
}
