"use client";

import { useEffect } from "react";

const ASK_EVERY_MS = 5000;

/** Brings the page that was asked for as soon as the drive answers: a browser's word that it is online is not always kept. */
export function ComesBack() {
  useEffect(() => {
    // Asked for by its own address it is the page that was wanted, and would come back for ever.
    if (location.pathname === "/offline") return;
    const ended = new AbortController();
    const { signal } = ended;
    const ask = () =>
      void fetch("/api/health", { cache: "no-store", signal })
        .then(({ ok }) => ok && location.reload())
        .catch(() => undefined);
    ask();
    const timer = setInterval(ask, ASK_EVERY_MS);
    window.addEventListener("online", ask, { signal });
    return () => {
      clearInterval(timer);
      ended.abort();
    };
  }, []);
  return null;
}
