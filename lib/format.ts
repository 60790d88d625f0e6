const UNITS = ["bytes", "kB", "MB", "GB", "TB"];

/** A size in human units, as a drive's maker counts them: 1,000 bytes a kB. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  const digits = power > 0 && value < 100 ? 1 : 0;
  return `${value.toLocaleString("en", { maximumFractionDigits: digits })} ${UNITS[power]}`;
}

/** A moment as a day people read; the exact instant goes beside it as `dateTime` and title. */
export const formatDay = (iso: string): string =>
  new Date(iso).toLocaleDateString("en", { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" });
