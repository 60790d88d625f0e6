"use client";

import { useCallback, useState } from "react";

/** How wide an element is inside, and the `ref` that measures it; 0 until it stands in the page. */
export function useRoom(): [number, React.RefCallback<HTMLElement>] {
  const [room, setRoom] = useState(0);
  const measure = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const watcher = new ResizeObserver(() => setRoom(element.clientWidth));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  return [room, measure];
}
