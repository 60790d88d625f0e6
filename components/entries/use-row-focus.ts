"use client";

import { type RefObject, useEffect, useRef } from "react";

/** The keyboard's place and the focus are one, wherever the list has scrolled to meanwhile and whichever rows were drawn anew. */
export function useRowFocus(
  rows: RefObject<HTMLElement | null>,
  active: string | null,
  onActive: (id: string) => void,
) {
  const hasFocus = useRef(false);
  const last = useRef(active);
  useEffect(() => {
    const isNew = last.current !== active;
    last.current = active;
    const isLost = document.activeElement === document.body;
    const isWithin = rows.current?.contains(document.activeElement) ?? false;
    if (isNew ? !isLost && !isWithin : !(isLost && hasFocus.current)) return;
    const row = rows.current?.querySelector<HTMLElement>(`[data-id="${active}"]`);
    if (!row || row.contains(document.activeElement)) return;
    row.focus({ preventScroll: true });
    if (isNew) row.scrollIntoView({ block: "nearest" });
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
