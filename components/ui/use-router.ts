"use client";

import { useRouter as useNextRouter } from "next/navigation";
import { useT } from "./texts";
import { useToast } from "./toasts";

/** What tells whether there is a network, and says so to whoever asked for something while there is none. */
export function useReach(): () => boolean {
  const toast = useToast();
  const t = useT();
  return () => {
    if (!navigator.onLine) toast({ message: t("ui.offlineStays") });
    return navigator.onLine;
  };
}

/** Next's router, which leads nowhere while there is no network: the page that runs stays, and with it what it is at. */
export function useRouter() {
  const router = useNextRouter();
  const isReached = useReach();
  return {
    back: router.back,
    push: (href: string) => {
      if (isReached()) router.push(href);
    },
    replace: (href: string) => {
      if (isReached()) router.replace(href);
    },
    // What changed meanwhile is asked for when the network is back (components/pwa/use-fresh-page.ts).
    refresh: () => {
      if (navigator.onLine) router.refresh();
    },
  };
}
