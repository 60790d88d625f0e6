"use client";

import { useEffect, useState } from "react";
import type { Entry, Page } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import type { ActionError } from "@/lib/http/result";

const TYPED_MS = 150;
const SHOWN = 6;

const inOrder = (entries: Entry[]): Entry[] =>
  entries.toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));

/** What is named like what is being typed; null while that isn't known, and why where it can't be. A slow answer never replaces a later one. */
export function useSuggestions(typed: string): Entry[] | ActionError | null {
  const [found, setFound] = useState<{ q: string; answer: Entry[] | ActionError } | null>(null);
  const q = typed.trim();
  useEffect(() => {
    if (q === "") return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ q, limit: String(SHOWN) });
      const result = await callApi<Page<Entry>>(`/api/search?${query}`, { signal: abort.signal }).catch(() => null);
      if (result && !abort.signal.aborted)
        setFound({ q, answer: result.ok ? inOrder(result.value.items) : result.error });
    }, TYPED_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [q]);
  if (q === "" || !found) return null;
  // Until the next answer the last one stands: a list that blinks can't be read.
  return found.answer;
}
