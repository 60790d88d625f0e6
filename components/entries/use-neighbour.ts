"use client";

import { type RefObject, useEffect, useRef } from "react";
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
  useEffect(() => {
    const stood = before.current;
    before.current = items;
    if (active === null || byId.has(active)) return;
    const ids = stood.map((item) => item.id);
    const next = neighbourOf(ids, active, (id) => byId.has(id));
    wanted.current = next !== null && (wanted.current || (isFocusLost() && "while lost"));
    onGo(next);
  });
}
