"use client";

import { type RefObject, useEffect, useState } from "react";

const AHEAD = 12;

type Options = { rows: RefObject<HTMLElement | null>; rowHeight: number; initial: number };

/** Rows `start` to `end` (not included) are near the window. */
export type Range = { start: number; end: number };

/**
 * Which rows of one height are near the window, as the page scrolls. The server, which knows no window, draws the first
 * `initial` ones. It changes a few rows at a time, so that most frames of a scroll draw nothing.
 */
export function useWindowRange({ rows, rowHeight, initial }: Options): Range {
  const [range, setRange] = useState<Range>({ start: 0, end: initial });
  useEffect(() => {
    const look = () => {
      const top = rows.current?.getBoundingClientRect().top ?? 0;
      const first = Math.floor(-top / rowHeight / AHEAD) * AHEAD;
      const onScreen = Math.ceil(window.innerHeight / rowHeight);
      const next = { start: Math.max(0, first - AHEAD), end: Math.max(0, first + onScreen + 2 * AHEAD) };
      setRange((now) => (now.start === next.start && now.end === next.end ? now : next));
    };
    look();
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener("scroll", look, { passive: true, signal });
    window.addEventListener("resize", look, { signal });
    return () => listening.abort();
  }, [rows, rowHeight]);
  return range;
}
