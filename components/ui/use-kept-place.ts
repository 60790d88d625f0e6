"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";

type Place = { top: number; count: number };

const KEY = "placeId";

/**
 * Keeps how far down a list one was, for each entry of the browser's history: Back, Forward and reload come back to it, a
 * link begins at the top. Answers how many rows there were, so that the list is as long as it was before they are read again.
 */
export function useKeptPlace(count: number): number {
  const [kept, setKept] = useState<Place>({ top: 0, count: 0 });
  const now = useRef<Place>({ top: 0, count });
  useEffect(() => {
    now.current.count = count;
  }, [count]);
  useLayoutEffect(() => {
    const id = historyEntryId();
    const found = readPlace(id);
    if (found) {
      now.current = { ...found };
      setKept(found);
    }
    const keep = () => sessionStorage.setItem(id, JSON.stringify(now.current));
    const follow = () => {
      now.current.top = window.scrollY;
    };
    const listening = new AbortController();
    window.addEventListener("scroll", follow, { passive: true, signal: listening.signal });
    window.addEventListener("pagehide", keep, { signal: listening.signal });
    return () => {
      listening.abort();
      keep();
    };
  }, []);
  useLayoutEffect(() => {
    if (kept.top > 0) window.scrollTo(0, kept.top);
  }, [kept]);
  return kept.count;
}

function historyEntryId(): string {
  const known: unknown = window.history.state?.[KEY];
  if (typeof known === "string") return known;
  const id = `place:${crypto.randomUUID?.() ?? Math.random()}`;
  window.history.replaceState({ ...window.history.state, [KEY]: id }, "");
  return id;
}

function readPlace(id: string): Place | null {
  const found: Partial<Place> = JSON.parse(sessionStorage.getItem(id) ?? "{}");
  const { top, count } = found;
  return typeof top === "number" && typeof count === "number" ? { top, count } : null;
}
