"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import { isFocusLost } from "@/components/ui/focus";

/** Whether the active row is to have the focus: wherever that was, or only where nothing else has taken it meanwhile. */
export type Wanted = boolean | "while lost";

type Place = {
  rows: RefObject<HTMLElement | null>;
  active: string | null;
  /** Asks for the focus and for the row to be in view; answered once the row is there. */
  wanted: RefObject<Wanted>;
  onActive: (id: string) => void;
};

/** The keyboard's place and the focus are one, wherever the list has scrolled to meanwhile and whichever rows were drawn anew. */
export function useRowFocus({ rows, active, wanted, onActive }: Place) {
  const hasFocus = useRef(false);
  const last = useRef(active);
  useLayoutEffect(() => {
    const isNew = last.current !== active;
    // A key that came before this row was drawn may have led elsewhere.
    if (wanted.current === "while lost" && !isFocusLost()) wanted.current = false;
    const isWanted = wanted.current !== false;
    last.current = active;
    if (active === null) wanted.current = false;
    const isLost = document.activeElement === document.body;
    const isWithin = rows.current?.contains(document.activeElement) ?? false;
    if (!isWanted && (isNew ? !isLost && !isWithin : !(isLost && hasFocus.current))) return;
    const row = rows.current?.querySelector<HTMLElement>(`[data-id="${active}"]`);
    if (!row || (!isWanted && row.contains(document.activeElement))) return;
    wanted.current = false;
    row.focus({ preventScroll: true });
    if (isNew || isWanted) row.scrollIntoView({ block: "nearest" });
  });
  return {
    onFocus: ({ target }: React.FocusEvent) => {
      const row = target.closest<HTMLElement>("[data-id]");
      hasFocus.current = row !== null;
      // Whoever comes by Tab is at the row that took the focus.
      if (active === null && row?.dataset.id) onActive(row.dataset.id);
    },
    // A row that is taken out of the page tells no other place that the focus went to.
    onBlur: ({ relatedTarget }: React.FocusEvent) => {
      if (relatedTarget) hasFocus.current = false;
    },
  };
}
