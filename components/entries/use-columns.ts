"use client";

import { type RefObject, useEffect, useState } from "react";

/** How many tiles stand in a row: as many as the style sheet puts there. A list has one column. */
export function useColumns(rows: RefObject<HTMLElement | null>, isGrid: boolean): number {
  const [columns, setColumns] = useState(1);
  useEffect(() => {
    const element = rows.current?.querySelector("[data-tiles]");
    if (!element || !isGrid) return;
    const count = () => setColumns(getComputedStyle(element).gridTemplateColumns.split(" ").length);
    const watcher = new ResizeObserver(count);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [rows, isGrid]);
  return isGrid ? columns : 1;
}
