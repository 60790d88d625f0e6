import type { KeyIndex, Summary } from "./key-index";

export interface PageQuery {
  prefix: string;
  delimiter: string;
  max: number;
  /** Only what comes after it, in S3's order. A prefix that was given already is passed over whole. */
  after: string;
  /** Whether keys whose newest version is a delete marker count. */
  withHidden: boolean;
}

export interface Page {
  keys: { key: string; summary: Summary }[];
  prefixes: string[];
  /** The last that is on this page, when there is more after it. */
  next: string | undefined;
}

/** One page of a listing. Keys under a common prefix are leapt over, however many they are. */
export function listPage(index: KeyIndex, query: PageQuery): Page {
  const page: Page = { keys: [], prefixes: [], next: undefined };
  let last = "";
  for (let at = firstPosition(index, query); ; at += 1) {
    const key = index.keyAt(at);
    if (key === undefined || !key.startsWith(query.prefix)) return page;
    const summary = index.get(key);
    if (!summary || !(summary.isVisible || query.withHidden)) continue;
    if (page.keys.length + page.prefixes.length >= query.max)
      return { ...page, next: query.max > 0 ? last : undefined };
    const common = commonPrefix(key, query);
    last = common ?? key;
    if (common === undefined) page.keys.push({ key, summary });
    else {
      page.prefixes.push(common);
      at = index.positionAfterPrefix(common, at) - 1;
    }
  }
}

function firstPosition(index: KeyIndex, query: PageQuery): number {
  const start = index.positionOf(query.prefix);
  if (!query.after) return start;
  const after = index.positionOf(query.after);
  const common = query.delimiter && query.after.startsWith(query.prefix) ? commonPrefix(query.after, query) : undefined;
  if (common === query.after) return Math.max(start, index.positionAfterPrefix(common, after));
  return Math.max(start, index.keyAt(after) === query.after ? after + 1 : after);
}

function commonPrefix(key: string, { prefix, delimiter }: PageQuery): string | undefined {
  if (!delimiter) return undefined;
  const at = key.indexOf(delimiter, prefix.length);
  return at < 0 ? undefined : key.slice(0, at + delimiter.length);
}
