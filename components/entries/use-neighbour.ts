"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import { isFocusLost } from "@/components/ui/focus";
import type { Entry } from "@/lib/entries/schema";
import { neighbourOf } from "./selection";

type Listed = {
  items: Entry[];
  byId: ReadonlyMap<string, Entry>;
  active: string | null;
  /** Asked to, the focus follows: see use-row-focus. */
  wanted: RefObject<boolean>;
  onGo: (id: string | null) => void;
};

/** When the entry that the keyboard is on leaves the list, its neighbour takes its place: the next one, else the one before. */
export function useNeighbour({ items, byId, active, wanted, onGo }: Listed): void {
  const before = useRef(items);
  // Before the next key comes: a focus that follows later would be taken from where that key has led meanwhile.
  useLayoutEffect(() => {
    const stood = before.current;
    before.current = items;
    if (active === null || byId.has(active)) return;
    const ids = stood.map((item) => item.id);
    const next = neighbourOf(ids, active, (id) => byId.has(id));
    wanted.current = next !== null && (wanted.current || isFocusLost());
    onGo(next);
  });
}
