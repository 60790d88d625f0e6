"use client";

import { type RefObject, useEffect, useRef } from "react";
import { isFocusLost } from "./focus";

type Kept = { id: string; index: number; at: number };

const LAYER = "dialog, [role=dialog], [role=menu]";

const controlsOf = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>("a[href], button")];

/**
 * Keeps the focus in a table whose rows hold buttons: when the row that has it goes, or its button does, the same button of the
 * next row takes it, else of the row before.
 */
export function useKeptControl(rows: RefObject<HTMLElement | null>) {
  const kept = useRef<Kept>(null);
  useEffect(() => {
    const was = kept.current;
    if (!was || !rows.current || document.querySelector("dialog[open]")) return;
    if (!isFocusLost()) {
      if (!rows.current.contains(document.activeElement)) kept.current = null;
      return;
    }
    const distance = (row: HTMLElement): number => {
      const by = Number(row.dataset.index) - was.index;
      // What stood after it comes first, the nearest of it before all.
      return row.dataset.id === was.id ? -1 : by >= 0 ? by : 1e6 - by;
    };
    const shown = [...rows.current.querySelectorAll<HTMLElement>("[data-id]")];
    const row = shown.sort((a, b) => distance(a) - distance(b)).find((each) => controlsOf(each).length > 0);
    const controls = row ? controlsOf(row) : [];
    // While the deed is on its way all of them are disabled, and the next drawing comes here again.
    controls[Math.min(was.at, controls.length - 1)]?.focus();
  });
  return {
    onFocus: ({ target }: React.FocusEvent) => {
      const row = target.closest<HTMLElement>("[data-id]");
      if (!row) return;
      const at = Array.from<Element>(controlsOf(row)).indexOf(target);
      kept.current = { id: row.dataset.id ?? "", index: Number(row.dataset.index), at: Math.max(0, at) };
    },
    onBlur: ({ target, relatedTarget }: React.FocusEvent) => {
      // On its way to another control, or left for empty ground; a button that is disabled or gone was not left, nor is one
      // over which something has opened.
      const isLeft = relatedTarget
        ? !relatedTarget.closest(LAYER)
        : document.hasFocus() && target.isConnected && !target.matches(":disabled");
      if (isLeft) kept.current = null;
    },
  };
}
