const DAY_MS = 24 * 60 * 60 * 1000;
const MB = 1_000_000;

/** The chips of the results page, by the names of their choices in its address, and what each asks of the search. */
export const KINDS = {
  folder: { kind: "folder" },
  image: { type: "image" },
  video: { type: "video" },
  audio: { type: "audio" },
  document: { type: "document" },
  text: { type: "text" },
  archive: { type: "archive" },
} as const;
export const TIMES = { day: 1, week: 7, month: 30, year: 365 } as const;
export const SIZES = {
  small: { maxSize: String(MB - 1) },
  medium: { minSize: String(MB), maxSize: String(100 * MB) },
  large: { minSize: String(100 * MB + 1) },
} as const;

/** What stands in the address of the results page; anything else in there counts as not chosen. */
export type Filters = {
  q: string;
  kind?: keyof typeof KINDS;
  modified?: keyof typeof TIMES;
  size?: keyof typeof SIZES;
  in?: string;
  /** The folder that the search began in, which "Where" offers. */
  from?: string;
};

type Given = Record<string, string | string[] | undefined>;

const one = (value: string | string[] | undefined): string => (typeof value === "string" ? value : "");
const keyIn = <T extends object>(table: T, value: string): keyof T | undefined =>
  Object.hasOwn(table, value) ? (value as keyof T) : undefined;
const folder = (value: string): string | undefined => (/^[A-Za-z0-9_-]{1,64}$/.test(value) ? value : undefined);

/** Reads the chips from an address. */
export const filtersOf = (given: Given): Filters => ({
  q: one(given.q).slice(0, 500),
  kind: keyIn(KINDS, one(given.kind)),
  modified: keyIn(TIMES, one(given.modified)),
  size: keyIn(SIZES, one(given.size)),
  in: folder(one(given.in)),
  from: folder(one(given.from)) ?? folder(one(given.in)),
});

/** What the chips ask of `GET /api/search`. */
export function queryOf(filters: Filters, now = new Date()): Record<string, string> {
  const { q, kind, modified, size } = filters;
  // To the hour, so that the pages of one list are asked for by the same words.
  const hour = Math.floor(now.getTime() / 3_600_000) * 3_600_000;
  return {
    q,
    ...(kind ? KINDS[kind] : {}),
    ...(modified ? { modifiedAfter: new Date(hour - TIMES[modified] * DAY_MS).toISOString() } : {}),
    ...(size ? SIZES[size] : {}),
    ...(filters.in ? { in: filters.in } : {}),
  };
}
