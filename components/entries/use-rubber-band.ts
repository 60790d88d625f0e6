"use client";

import { useEffectEvent, useState } from "react";
import type { Step } from "./selection";

const BEGINS_PX = 6;
const EDGE_PX = 60;
const SCROLL_PX = 14;

export type Band = { left: number; top: number; width: number; height: number };

type Geometry = {
  rows: React.RefObject<HTMLElement | null>;
  ids: () => readonly string[];
  selected: ReadonlySet<string>;
  columns: number;
  rowHeight: number;
  isRightToLeft: boolean;
  onStep: (step: Step) => void;
};

/** Selecting by a rectangle that is drawn with the mouse, from empty ground. `band` is in the page's own coordinates. */
export function useRubberBand(geometry: Geometry) {
  const [band, setBand] = useState<Band | null>(null);
  const { rows, ids, selected, columns, rowHeight, isRightToLeft, onStep } = geometry;

  const within = (box: Band): string[] => {
    const area = rows.current?.getBoundingClientRect();
    if (!area) return [];
    const [left, top] = [area.left + window.scrollX, area.top + window.scrollY];
    const firstRow = Math.max(0, Math.floor((box.top - top) / rowHeight));
    const lastRow = Math.floor((box.top + box.height - top) / rowHeight);
    const tile = area.width / columns;
    const columnsIn = Array.from({ length: columns }, (_, column) => column).filter((column) => {
      const at = left + (isRightToLeft ? columns - 1 - column : column) * tile;
      return at + tile > box.left && at < box.left + box.width;
    });
    const all = ids();
    const found: string[] = [];
    for (let row = firstRow; row <= lastRow && row * columns < all.length; row++) {
      for (const column of columnsIn) found.push(...all.slice(row * columns + column, row * columns + column + 1));
    }
    return found;
  };

  const draw = useEffectEvent((from: { x: number; y: number }, x: number, y: number, kept: ReadonlySet<string>) => {
    const box = {
      left: Math.min(from.x, x),
      top: Math.min(from.y, y),
      width: Math.abs(x - from.x),
      height: Math.abs(y - from.y),
    };
    setBand(box);
    onStep({ kind: "these", ids: [...new Set([...kept, ...within(box)])] });
  });

  const onMouseDown = (event: React.MouseEvent) => {
    const isGround =
      event.target instanceof Element && event.target.closest("a, button, input, [role=toolbar]") === null;
    if (event.button !== 0 || !isGround) return;
    const from = { x: event.pageX, y: event.pageY };
    const kept: ReadonlySet<string> = event.shiftKey || event.ctrlKey || event.metaKey ? selected : new Set<string>();
    const now = { x: event.clientX, y: event.clientY, isDrawing: false };
    const controller = new AbortController();
    const { signal } = controller;
    const step = () => {
      if (signal.aborted) return;
      const by = now.y < EDGE_PX ? -SCROLL_PX : now.y > window.innerHeight - EDGE_PX ? SCROLL_PX : 0;
      if (by !== 0) {
        window.scrollBy(0, by);
        draw(from, now.x + window.scrollX, now.y + window.scrollY, kept);
      }
      requestAnimationFrame(step);
    };
    const move = (moved: MouseEvent) => {
      Object.assign(now, { x: moved.clientX, y: moved.clientY });
      if (!now.isDrawing && Math.hypot(moved.pageX - from.x, moved.pageY - from.y) < BEGINS_PX) return;
      if (!now.isDrawing) requestAnimationFrame(step);
      now.isDrawing = true;
      window.getSelection()?.removeAllRanges();
      draw(from, moved.pageX, moved.pageY, kept);
    };
    const up = () => {
      controller.abort();
      setBand(null);
      // The click that ends a rectangle on empty ground would take its selection away again.
      if (now.isDrawing) window.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
    };
    document.addEventListener("mousemove", move, { signal });
    document.addEventListener("mouseup", up, { signal });
  };
  return { band, onMouseDown };
}

const swallow = (event: Event): void => event.stopPropagation();
