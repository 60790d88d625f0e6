"use client";

import { useEffect, useEffectEvent } from "react";
import { useStore } from "@/components/ui/store";
import type { Entry } from "@/lib/entries/schema";
import { madeFolder } from "./made-folder";

/** Shows a folder that was just made, once it is in the list; answers whether it is still looked for. */
export function useMadeFolder(byId: ReadonlyMap<string, Entry>, onShow: (id: string) => void): boolean {
  const id = useStore(madeFolder, null);
  const isThere = id !== null && byId.has(id);
  const show = useEffectEvent(onShow);
  useEffect(() => {
    if (!isThere) return;
    madeFolder.set(null);
    show(id);
  }, [isThere, id]);
  useEffect(() => () => madeFolder.set(null), []);
  return id !== null;
}
