/** What a listing tells of a key. */
export interface Summary {
  size: number;
  etag: string;
  lastModified: number;
  /** False when the newest version is a delete marker. */
  isVisible: boolean;
  checksum: string | undefined;
}

export interface KeyIndex {
  readonly size: number;
  get(key: string): Summary | undefined;
  set(key: string, summary: Summary): void;
  delete(key: string): void;
  /** Adds many at once, sorting but once. */
  load(entries: Iterable<readonly [string, Summary]>): void;
  keyAt(position: number): string | undefined;
  /** The first position whose key does not come before the given one. */
  positionOf(key: string): number;
  /** The first position from which on no key begins with the prefix. */
  positionAfterPrefix(prefix: string, from: number): number;
}

/**
 * Orders strings as their UTF-8 bytes are ordered, which is S3's order.
 * UTF-16 differs from it in one place alone: surrogates stand for what comes after U+FFFF.
 */
export function compareUtf8(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a !== b) return rank(a) - rank(b);
  }
  return left.length - right.length;
}

const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

/** The keys of a bucket in memory, in order, rebuilt from the records at each start. */
export function createKeyIndex(): KeyIndex {
  const keys: string[] = [];
  const summaries = new Map<string, Summary>();
  const positionOf = (key: string) => firstPosition(keys.length, 0, (at) => compareUtf8(keys[at] ?? "", key) >= 0);

  return {
    get size() {
      return keys.length;
    },
    get: (key) => summaries.get(key),
    set(key, summary) {
      if (!summaries.has(key)) keys.splice(positionOf(key), 0, key);
      summaries.set(key, summary);
    },
    delete(key) {
      if (summaries.delete(key)) keys.splice(positionOf(key), 1);
    },
    load(entries) {
      for (const [key, summary] of entries) {
        if (!summaries.has(key)) keys.push(key);
        summaries.set(key, summary);
      }
      keys.sort(compareUtf8);
    },
    keyAt: (position) => keys[position],
    positionOf,
    positionAfterPrefix: (prefix, from) => firstPosition(keys.length, from, (at) => !keys[at]?.startsWith(prefix)),
  };
}

function firstPosition(end: number, from: number, isThere: (at: number) => boolean): number {
  let low = from;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isThere(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
