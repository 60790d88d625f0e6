"use client";

import { useEffect, useState } from "react";
import type { Entry, Page } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";

const TYPED_MS = 150;
const SHOWN = 6;

/** What is named like what is being typed; null while that isn't known. A slow answer never replaces a later one. */
export function useSuggestions(typed: string): Entry[] | null {
  const [found, setFound] = useState<{ q: string; items: Entry[] } | null>(null);
  const q = typed.trim();
  useEffect(() => {
    if (q === "") return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ q, limit: String(SHOWN) });
      const result = await callApi<Page<Entry>>(`/api/search?${query}`, { signal: abort.signal }).catch(() => null);
      if (result && !abort.signal.aborted) setFound({ q, items: result.ok ? result.value.items : [] });
    }, TYPED_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [q]);
  if (q === "" || !found) return null;
  // Until the next answer the last one stands: a list that blinks can't be read.
  return found.items;
}
