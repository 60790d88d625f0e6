"use client";

import { useState } from "react";
import { useRefusal, useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import { useRouter } from "@/components/ui/use-router";
import type { Batch, Entry } from "@/lib/entries/schema";
import type { TextKey } from "@/lib/i18n/schema";
import { runBatch } from "./batch-call";
import { afterRefresh, type Change, NO_CHANGES, type Overlay, settled, withChanges, withoutChanges } from "./overlay";

const REASONS: Record<string, TextKey> = {
  name_taken: "entries.reasonNameTaken",
  cycle: "entries.reasonCycle",
  not_found: "entries.reasonNotFound",
  forbidden: "entries.reasonForbidden",
  quota_exceeded: "entries.reasonQuota",
};

/** One deed on entries: how it looks at once, what is said when it is done, and how it is taken back. */
export type Work = {
  action: Batch["action"];
  entries: Entry[];
  change: Change;
  done: string;
  parentId?: string;
  undo: (ids: string[]) => Promise<unknown>;
};

/**
 * The list's overlay of changes, and what runs them; `isFresh` says that the list holds what was answered before it was read.
 * `run` does a deed, `back` takes one back, `setOverlay` is for what is done another way.
 */
export function useChanges(list: unknown, isFresh: boolean) {
  const [overlay, setOverlay] = useState<Overlay>(NO_CHANGES);
  const [seen, setSeen] = useState(list);
  const toast = useToast();
  const refuse = useRefusal();
  const t = useT();
  const router = useRouter();
  if (isFresh && seen !== list) {
    setSeen(list);
    setOverlay(afterRefresh);
  }

  const reasonOf = (code = "") => t(REASONS[code] ?? "entries.reasonOther");

  const run = async ({ action, entries, change, done, parentId, undo }: Work) => {
    const ids = entries.map((entry) => entry.id);
    setOverlay((now) => withChanges(now, ids, change));
    const work = runBatch(action, ids, parentId);
    // It speaks as soon as it shows: an "Undo" that is still there from before would take back another deed.
    const takeBack = async () => {
      await undo((await work).outcome.done);
      router.refresh();
    };
    toast({ message: done, undo: () => void takeBack() });
    const { outcome, error } = await work;
    setOverlay((now) => settled(withoutChanges(now, outcome.refused), outcome.done));
    // A call that was not answered changed nothing that is known of.
    if (outcome.done.length > 0 || !error) router.refresh();
    if (outcome.refused.length > 0) {
      const reason = error ? refuse(error) : reasonOf(outcome.code);
      toast({
        message: t("entries.notDone", { count: outcome.refused.length, total: ids.length, reason }),
        isError: true,
      });
    }
  };

  const back = async (action: Batch["action"], ids: string[], parentId?: string) => {
    const { outcome, error } = await runBatch(action, ids, parentId);
    setOverlay((now) => withoutChanges(now, outcome.done));
    if (outcome.refused.length > 0) toast({ message: error ? refuse(error) : reasonOf(outcome.code), isError: true });
  };

  return { overlay, setOverlay, run, back };
}
