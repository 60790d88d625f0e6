"use client";

import { useEffect, useEffectEvent, useRef } from "react";

/** Makes the browser's Back close what lies over the page, as one does on a phone. Answers what closes it otherwise. */
export function useBackCloses(onClose: () => void): () => void {
  const close = useEffectEvent(onClose);
  const isGoing = useRef(false);
  useEffect(() => {
    // Next keeps its own state in the history's entries, and adds it to this one.
    if (!window.history.state?.isOver) window.history.pushState({ isOver: true }, "");
    const onBack = () => close();
    window.addEventListener("popstate", onBack);
    return () => window.removeEventListener("popstate", onBack);
  }, []);
  return () => {
    // Asked for twice before it has closed, it would leave the page too.
    if (isGoing.current) return;
    isGoing.current = true;
    window.history.back();
  };
}
