"use client";

import { useEffect, useEffectEvent } from "react";
import { useReach } from "@/components/ui/use-router";

/** Keeps links of the drive from leading out of the page that runs while there is no network to come in by again. */
export function useLinkGuard(): void {
  const isReached = useReach();
  const onClick = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || !leadsOut(link) || isElsewhere(event) || isReached()) return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    // Before React's own listeners, which are Next's links too.
    document.addEventListener("click", onClick, true);
    return () => document.removeEventListener("click", onClick, true);
  }, []);
}

// The rows of a list answer their clicks themselves; an address of the page's own memory (blob:) needs no network.
const leadsOut = (link: HTMLAnchorElement): boolean =>
  link.origin === location.origin && link.protocol !== "blob:" && link.target === "" && !link.closest("[data-id]");

const isElsewhere = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button !== 0 || ctrlKey || metaKey || shiftKey || altKey;
