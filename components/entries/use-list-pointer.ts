"use client";

import { useRef } from "react";
import type { Point } from "@/components/ui/menu-props";
import type { Entry } from "@/lib/entries/schema";
import type { Selection, Step } from "./selection";

const LONG_PRESS_MS = 500;
const STILL_PX = 10;

type Pointed = {
  find: (id: string) => Entry | undefined;
  selection: Selection;
  /** Whether empty ground has a menu of its own: a folder does. */
  hasGround: boolean;
  onStep: (step: Step) => void;
  onOpen: (entry: Entry) => void;
  /** `entry` is null on empty ground. */
  onMenu: (entry: Entry | null, at: Point, row: HTMLElement | null) => void;
};

const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-id]") : null;

const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest("button, input, [role=toolbar]") !== null;

/**
 * What mouse and finger do in a list. A mouse selects by a click and opens by two; a finger opens by a tap and selects by a
 * long press, after which taps select too.
 */
export function useListPointer({ find, selection, hasGround, onStep, onOpen, onMenu }: Pointed) {
  const pointer = useRef("mouse");
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  const wasLong = useRef(false);
  const stopPress = () => {
    clearTimeout(press.current?.timer);
    press.current = null;
  };
  const menuFor = (row: HTMLElement, at: Point) => {
    const entry = find(row.dataset.id ?? "");
    if (!entry) return;
    if (!selection.ids.has(entry.id)) onStep({ kind: "only", id: entry.id });
    onMenu(entry, at, row);
  };
  return {
    onPointerDown: (event: React.PointerEvent) => {
      pointer.current = event.pointerType;
      wasLong.current = false;
      const row = rowOf(event.target);
      if (event.pointerType === "mouse" || !row || isControl(event.target)) return;
      const at = { x: event.clientX, y: event.clientY };
      const timer = setTimeout(() => {
        wasLong.current = true;
        navigator.vibrate?.(10);
        menuFor(row, at);
      }, LONG_PRESS_MS);
      press.current = { timer, ...at };
    },
    onPointerMove: ({ clientX, clientY }: React.PointerEvent) => {
      const from = press.current;
      if (from && Math.hypot(clientX - from.x, clientY - from.y) > STILL_PX) stopPress();
    },
    onPointerUp: stopPress,
    // The mouse events that a browser makes of a lifted finger would take the focus, and the menu with it.
    onTouchEnd: (event: React.TouchEvent) => {
      if (wasLong.current) event.preventDefault();
    },
    onPointerCancel: stopPress,
    onClick: (event: React.MouseEvent) => {
      if (isControl(event.target) || event.button !== 0) return;
      const row = rowOf(event.target);
      const entry = find(row?.dataset.id ?? "");
      if (!entry) {
        if (!(event.target instanceof Element && event.target.closest("a"))) onStep({ kind: "none" });
        return;
      }
      const isFinger = pointer.current !== "mouse";
      const isAdding = event.ctrlKey || event.metaKey;
      event.preventDefault();
      if (wasLong.current) return;
      if (isFinger && selection.ids.size === 0) return onOpen(entry);
      if (event.shiftKey) onStep({ kind: "range", id: entry.id, isAdding });
      else onStep({ kind: isAdding || isFinger ? "toggle" : "only", id: entry.id });
      row?.focus({ preventScroll: true });
    },
    onDoubleClick: (event: React.MouseEvent) => {
      const entry = find(rowOf(event.target)?.dataset.id ?? "");
      if (entry && pointer.current === "mouse" && !isControl(event.target)) onOpen(entry);
    },
    onContextMenu: (event: React.MouseEvent) => {
      if (event.target instanceof Element && event.target.closest("input, [role=menu], dialog")) return;
      const row = rowOf(event.target);
      if (!row && !hasGround) return;
      event.preventDefault();
      // A finger's long press has its own timer, which iOS needs.
      if (pointer.current !== "mouse") return;
      const at = { x: event.clientX, y: event.clientY };
      if (row) menuFor(row, at);
      else onMenu(null, at, null);
    },
  };
}
