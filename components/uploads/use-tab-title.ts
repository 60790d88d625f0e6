"use client";

import { useEffect } from "react";

const PREFIX = /^\d+ % · /;

/** Says in the tab's title how far the uploads are; null for none. The page's own title stays behind it. */
export function useTabTitle(percent: number | null): void {
  useEffect(() => {
    const own = document.title.replace(PREFIX, "");
    document.title = percent === null ? own : `${percent} % · ${own}`;
  });
}
