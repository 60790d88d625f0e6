"use client";

import { useSyncExternalStore } from "react";

const WIDE = "(width >= 40rem)";

/** Whether the window is wider than a phone's; the server takes it for a desk. */
export function useIsDesk(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(WIDE);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => window.matchMedia(WIDE).matches,
    () => true,
  );
}
