"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useLayoutEffect, useRef, useSyncExternalStore } from "react";

const PREVIEW = "preview";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

const announce = () => {
  for (const listener of listeners) listener();
};

type Change = "pushState" | "replaceState";

// Next keeps its own state in the history's entries, and follows these calls without asking the server.
function change(by: Change, id: string | null, state: Record<string, unknown>): void {
  const address = new URL(location.href);
  if (id === null) address.searchParams.delete(PREVIEW);
  else address.searchParams.set(PREVIEW, id);
  window.history[by](state, "", address);
  announce();
}

/**
 * The file that is looked at stands in the address: Back closes it, a copied address opens it. The browser's own word is taken
 * for it, since Next gives its word on the address only with the page that it is asking for meanwhile.
 */
export function usePreviewed() {
  const search = useSearchParams();
  const path = usePathname();
  const router = useRouter();
  const isGoing = useRef(false);
  // An address that another page comes to is none of this one's, which is there until that has come.
  const now = () => (location.pathname === path ? new URL(location.href).searchParams.get(PREVIEW) : null);
  const previewed = useSyncExternalStore(subscribe, now, () => search.get(PREVIEW));
  // Next writes the address when it has drawn what it leads to, and tells nobody.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a search that changed is all that there is to tell
  useLayoutEffect(announce, [search]);
  return {
    previewed,
    preview: ({ id }: { id: string }) => {
      if (previewed === null) change("pushState", id, { isPreview: true });
      else change("replaceState", id, ownState());
    },
    endPreview: () => {
      // Asked for twice before the browser has gone back, it would leave the page too.
      if (isGoing.current) return;
      if (!window.history.state?.isPreview) return change("replaceState", null, ownState());
      isGoing.current = true;
      const arrive = () => {
        isGoing.current = false;
      };
      window.addEventListener("popstate", arrive, { once: true });
      router.back();
    },
  };
}

// What carries Next's own marks is taken for Next's own, and not followed.
function ownState(): Record<string, unknown> {
  const state: Record<string, unknown> = window.history.state ?? {};
  return Object.fromEntries(Object.entries(state).filter(([key]) => !key.startsWith("__")));
}
