"use client";

import { useSyncExternalStore } from "react";

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
    () => true,
  );
}

/** Whether the window is wider than a phone's; the server takes it for a desk. */
export const useIsDesk = (): boolean => useMedia("(width >= 40rem)");

/** Whether there is room for several columns beside the rail; the server takes it that there is. */
export const useIsRoomy = (): boolean => useMedia("(width >= 64rem)");
