"use client";

import { useEffect, useSyncExternalStore } from "react";
import type { Entry } from "@/lib/entries/schema";
import { onThumbnails, thumbnailNow, wantThumbnail } from "./thumbnails";

/** The address of an entry's small picture; null while there is none. */
export function useThumbnail(entry: Entry): string | null {
  useEffect(() => wantThumbnail(entry), [entry]);
  return useSyncExternalStore(
    onThumbnails,
    () => thumbnailNow(entry),
    () => null,
  );
}
