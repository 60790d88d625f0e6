"use client";

import { useEffect, useRef, useState } from "react";
import type { Page } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import type { Result } from "@/lib/http/result";
import { useRefusal } from "./texts";

const PAGE = 200;
const LARGEST_PAGE = 1000;

/** Where the pages of a list come from: a call of the HTTP contract that takes `cursor` and `limit`. */
export type Source = { path: string; query?: Record<string, string> };

/**
 * A list without end as far as it was read. `error` says why the last read failed; `load` reads on by about so many, and is
 * what tries again. `isBehind` while what stands there is older than the first page.
 */
export type Pages<T> = {
  items: T[];
  hasMore: boolean;
  isBehind: boolean;
  error: string | null;
  load: (wanted?: number) => Promise<void>;
};

type Rest<T> = { after: Page<T>; items: T[]; cursor: string | null };

const nothingAfter = <T>(first: Page<T>): Rest<T> => ({ after: first, items: [], cursor: first.nextCursor });

/**
 * The first page is the server's and follows every change; the rest is read as it is asked for, and read again behind the
 * scenes when the first page has changed, the old rows standing until the new ones are there.
 */
export function usePages<T extends { id: string }>(source: Source, first: Page<T>): Pages<T> {
  const [kept, setRest] = useState(() => nothingAfter(first));
  const [error, setError] = useState<string | null>(null);
  const reading = useRef<AbortController>(null);
  const refuse = useRefusal();
  const isStale = kept.after !== first;
  const rest = isStale && (kept.items.length === 0 || first.nextCursor === null) ? nothingAfter(first) : kept;
  const isBehind = rest.after !== first;

  const load = async (wanted = PAGE) => {
    if (reading.current || (rest.cursor === null && !isBehind)) return;
    const abort = new AbortController();
    reading.current = abort;
    setError(null);
    const from = isBehind ? nothingAfter(first) : rest;
    const onPage = (read: T[], cursor: string | null) => {
      if (!abort.signal.aborted) setRest({ after: first, items: [...from.items, ...read], cursor });
    };
    const reader = { source, cursor: from.cursor, count: isBehind ? rest.items.length : wanted };
    const result = await readOn<T>(reader, isBehind ? null : onPage, abort.signal).catch(() => null);
    if (reading.current === abort) reading.current = null;
    if (!result || abort.signal.aborted) return;
    if (result.ok) onPage(result.value.items, result.value.nextCursor);
    else setError(refuse(result.error));
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new first page, and nothing else, makes the rest old
  useEffect(() => {
    if (isBehind) void load();
    return () => {
      reading.current?.abort();
      reading.current = null;
    };
  }, [first]);

  return { items: unique(first.items, rest.items), hasMore: rest.cursor !== null, isBehind, error, load };
}

type Reader = { source: Source; cursor: string | null; count: number };

async function readOn<T>(
  { source, cursor, count }: Reader,
  onPage: ((read: T[], cursor: string | null) => void) | null,
  signal: AbortSignal,
): Promise<Result<Page<T>>> {
  const items: T[] = [];
  let next = cursor;
  while (next !== null && items.length < count) {
    const limit = String(Math.min(LARGEST_PAGE, Math.max(PAGE, count - items.length)));
    const search = new URLSearchParams({ ...source.query, limit, cursor: next });
    const result = await callApi<Page<T>>(`${source.path}?${search}`, { signal });
    if (!result.ok) return result;
    items.push(...result.value.items);
    next = result.value.nextCursor;
    if (next !== null) onPage?.([...items], next);
  }
  return { ok: true, value: { items, nextCursor: next } };
}

// While the rest is older than the first page, an entry that moved up would stand in both.
function unique<T extends { id: string }>(first: T[], rest: T[]): T[] {
  const ids = new Set(first.map((item) => item.id));
  return [...first, ...rest.filter((item) => !ids.has(item.id))];
}
