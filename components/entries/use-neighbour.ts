"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { isFocusLost } from "@/components/ui/focus";
import type { Entry } from "@/lib/entries/schema";
import { neighbourOf } from "./selection";
import type { Wanted } from "./use-row-focus";

type Listed = {
  items: Entry[];
  byId: ReadonlyMap<string, Entry>;
  active: string | null;
  /** Asked to, the focus follows: see use-row-focus. */
  wanted: RefObject<Wanted>;
  onGo: (id: string | null) => void;
};

/** When the entry that the keyboard is on leaves the list, its neighbour takes its place: the next one, else the one before. */
export function useNeighbour({ items, byId, active, wanted, onGo }: Listed): void {
  const before = useRef(items);
  const gone = useRef<string | null>(null);
  const succeed = () => {
    const stood = before.current;
    before.current = items;
    const isGone = active !== null && !byId.has(active);
    const isKnown = isGone && gone.current === active;
    gone.current = isGone ? active : null;
    if (!isGone || isKnown) return;
    const ids = stood.map((item) => item.id);
    const next = neighbourOf(ids, active, (id) => byId.has(id));
    wanted.current = next !== null && (wanted.current || (isFocusLost() && "while lost"));
    onGo(next);
  };
  // At once where the focus went too: a key that came between would lead from nowhere, and nothing could be handed back to it.
  useLayoutEffect(() => {
    if (isFocusLost()) succeed();
  });
  // A menu or a bar that still has the focus will be gone by then.
  useEffect(succeed);
}
