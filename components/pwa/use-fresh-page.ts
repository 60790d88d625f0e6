"use client";

import { useEffect, useEffectEvent } from "react";
import { useRouter } from "@/components/ui/use-router";

const AWAY_MS = 10_000;

/** Asks again for what the page shows when one comes back to it after a while, and when the network is back: it may be old. */
export function useFreshPage(): void {
  const router = useRouter();
  const refresh = useEffectEvent(() => router.refresh());
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    let leftAt: number | null = document.hidden ? Date.now() : null;
    const onLeave = () => {
      leftAt ??= Date.now();
    };
    const onReturn = () => {
      if (leftAt !== null && Date.now() - leftAt > AWAY_MS) refresh();
      leftAt = null;
    };
    window.addEventListener("blur", onLeave, { signal });
    window.addEventListener("focus", onReturn, { signal });
    document.addEventListener("visibilitychange", () => (document.hidden ? onLeave() : onReturn()), { signal });
    window.addEventListener("online", refresh, { signal });
    return () => ended.abort();
  }, []);
}
