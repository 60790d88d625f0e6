"use client";

import { useState } from "react";
import type { Pages } from "@/components/ui/use-pages";
import type { Entry } from "@/lib/entries/schema";
import { NOTHING, type Selection, type Step, select } from "./selection";
import type { EndStep } from "./use-list-keys";

/**
 * What is selected in a list. "All" means those too that are still to be read, and the end is where the last of them stands:
 * `isReading` until then. Any other step calls the way to the end off.
 */
export function useSelection(items: Entry[], { hasMore, error }: Pick<Pages<Entry>, "hasMore" | "error">) {
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [wantsAll, setWantsAll] = useState(false);
  const [toEnd, setToEnd] = useState<EndStep | null>(null);
  const [read, setRead] = useState(items.length);
  const ids = () => items.map((item) => item.id);
  const onStep = (step: Step) => {
    setToEnd(null);
    setSelection((now) => select(now, step, ids()));
  };
  if (read !== items.length) {
    setRead(items.length);
    if (wantsAll) onStep({ kind: "these", ids: ids() });
  }
  const isRead = !hasMore || error !== null;
  if (wantsAll && isRead) setWantsAll(false);
  if (toEnd && isRead) {
    setToEnd(null);
    const last = items.at(-1);
    if (last) onStep({ kind: toEnd, id: last.id });
  }
  return {
    selection,
    isReading: wantsAll || toEnd !== null,
    onStep,
    onAll: () => {
      onStep({ kind: "these", ids: ids() });
      setWantsAll(hasMore);
    },
    onEnd: (kind: EndStep) => setToEnd(hasMore ? kind : null),
  };
}
