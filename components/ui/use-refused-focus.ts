"use client";

import { type RefObject, useEffect, useRef } from "react";

/** For a form that was refused: the first field that is wrong takes the focus, else the last one or whatever had it. */
export function useRefusedFocus(answer: { ok: boolean } | null): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (answer?.ok !== false) return;
    const wrong = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    // The button lost it while it was disabled. What is typed again is the password, which the answer emptied.
    const isLost = document.activeElement === document.body;
    (wrong ?? (isLost ? form.current?.querySelector<HTMLElement>("[type=password]") : null))?.focus();
  }, [answer]);
  return form;
}
