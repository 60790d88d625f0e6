"use client";

import { useEffect } from "react";

/** Keeps the screen, and with it a phone's network, awake while something runs. Browsers give it back when the page is hidden. */
export function useWakeLock(isBusy: boolean): void {
  useEffect(() => {
    if (!isBusy || !navigator.wakeLock) return;
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const hold = async () => {
      if (document.visibilityState !== "visible") return;
      // Refused when the battery is low: then so be it.
      lock = await navigator.wakeLock.request("screen").catch(() => null);
      if (isOver) await lock?.release();
    };
    void hold();
    document.addEventListener("visibilitychange", hold);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", hold);
      void lock?.release();
    };
  }, [isBusy]);
}
