const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY_MS = 24 * HOUR * 1000;
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** Writes sizes, numbers, days and spans of time as one language and region do. */
export type Formats = {
  /** A size in human units, as a drive's maker counts them: 1,000 bytes a kB. */
  formatBytes: (bytes: number) => string;
  formatNumber: (value: number) => string;
  /** A moment as a day people read; the exact instant goes beside it. Without a zone, the viewer's. */
  formatDay: (iso: string, timeZone?: string) => string;
  /** A moment as near as it matters: the hour today, "yesterday", a day within the year, else with its year. */
  formatMoment: (iso: string, now: Date, timeZone?: string) => string;
  /** The exact instant, for whoever asks. */
  formatInstant: (iso: string) => string;
  /** How long something will take, in words no more exact than such a guess is. */
  formatDuration: (seconds: number) => string;
};

const known = new Map<string, Formats>();

/** The formats of a language tag. Making them takes longer than drawing the row that needs them, so they are kept. */
export function formatsOf(tag: string): Formats {
  const formats = known.get(tag) ?? makeFormats(tag);
  known.set(tag, formats);
  return formats;
}

function makeFormats(tag: string): Formats {
  const kept = new Map<string, Intl.DateTimeFormat>();
  const dates = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const key = JSON.stringify(options);
    const format = kept.get(key) ?? new Intl.DateTimeFormat(tag, options);
    kept.set(key, format);
    return format;
  };
  const numbers = new Intl.NumberFormat(tag);
  const days = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  const formatDay = (iso: string, timeZone?: string) => dates({ dateStyle: "medium", timeZone }).format(new Date(iso));
  const formatMoment = (iso: string, now: Date, timeZone?: string): string => {
    const at = new Date(iso);
    const calendar = dates({ year: "numeric", month: "2-digit", day: "2-digit", timeZone });
    const day = calendar.format(at);
    if (day === calendar.format(now)) return dates({ timeStyle: "short", timeZone }).format(at);
    if (day === calendar.format(new Date(now.getTime() - DAY_MS))) return days.format(-1, "day");
    const isThisYear = at.getUTCFullYear() === now.getUTCFullYear();
    return isThisYear ? dates({ month: "short", day: "numeric", timeZone }).format(at) : formatDay(iso, timeZone);
  };
  return {
    formatBytes: bytesFormat(tag),
    formatNumber: (value) => numbers.format(value),
    formatDay,
    formatMoment,
    formatInstant: (iso) => dates({ dateStyle: "full", timeStyle: "long" }).format(new Date(iso)),
    formatDuration: durationFormat(tag),
  };
}

function bytesFormat(tag: string): Formats["formatBytes"] {
  const of = (unit: string, maximumFractionDigits: number) =>
    new Intl.NumberFormat(tag, {
      style: "unit",
      unit,
      unitDisplay: unit === "byte" ? "long" : "short",
      maximumFractionDigits,
    });
  const formats = UNITS.map((unit) => ({ tenths: of(unit, 1), wholes: of(unit, 0) }));
  return (bytes) => {
    const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
    const value = bytes / 1000 ** power;
    const format = power > 0 && value < 100 ? formats[power]?.tenths : formats[power]?.wholes;
    return format?.format(value) ?? String(bytes);
  };
}

function durationFormat(tag: string): Formats["formatDuration"] {
  const of = (unit: string) => new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay: "short" });
  const [seconds, minutes, hours] = [of("second"), of("minute"), of("hour")];
  return (wait) => {
    if (wait < MINUTE) return seconds.format(Math.max(1, Math.ceil(wait)));
    if (wait < HOUR) return minutes.format(Math.round(wait / MINUTE));
    const rest = Math.round((wait % HOUR) / MINUTE);
    if (rest === 0 || rest === 60) return hours.format(Math.round(wait / HOUR));
    return `${hours.format(Math.floor(wait / HOUR))} ${minutes.format(rest)}`;
  };
}

/** English, for what has no viewer. */
export const { formatBytes, formatDay, formatDuration } = formatsOf("en");
