"use client";

import { useLayoutEffect, useRef } from "react";

/** Whether what had the focus has left the page, or could not keep it. */
export const isFocusLost = (): boolean => {
  const at = document.activeElement;
  return at === null || at === document.body || at === heading();
};

const heading = (): HTMLElement | null => document.querySelector("main h1");

/** Puts the focus on the page's heading, where nothing is left of what had it. */
export function focusHeading(): void {
  const title = heading();
  if (!title) return;
  title.tabIndex = -1;
  title.style.outline = "none";
  title.focus({ preventScroll: true });
}

/** Puts the focus back on what had it before; where that is gone or can't take it, on the heading. */
export function giveFocus(to: Element | null | undefined): void {
  if (to instanceof HTMLElement && to !== document.body) to.focus();
  if (isFocusLost()) focusHeading();
}

/** A `ref` for what may leave the page with the focus in it: hands it back to where it came from. */
export function handsFocusBack(element: HTMLElement | null): (() => void) | undefined {
  if (!element) return;
  let from: EventTarget | null = null;
  const listening = new AbortController();
  const onFocusIn = ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) from = relatedTarget;
  };
  element.addEventListener("focusin", onFocusIn, { signal: listening.signal });
  return () => {
    listening.abort();
    if (!element.contains(document.activeElement)) return;
    // Now it is still in the page, and so is what leaves it together with it.
    queueMicrotask(() => {
      if (isFocusLost()) giveFocus(from instanceof Element ? from : null);
    });
  };
}

/** When a list has become empty and the focus went with it, the heading takes it. */
export function useEmptied(isEmpty: boolean): void {
  const was = useRef(isEmpty);
  useLayoutEffect(() => {
    if (isEmpty && !was.current && isFocusLost()) focusHeading();
    was.current = isEmpty;
  }, [isEmpty]);
}
