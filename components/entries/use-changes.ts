"use client";

import { useState } from "react";
import { useRefusal, useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import { useRouter } from "@/components/ui/use-router";
import type { Batch, Entry } from "@/lib/entries/schema";
import type { TextKey } from "@/lib/i18n/schema";
import { AT_ONCE, runBatch } from "./batch-call";
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
  /** What is said while many are being done, and of those that are done. */
  doing: string;
  done: (entries: Entry[]) => string;
  parentId?: string;
  undo: (entries: Entry[]) => Promise<unknown>;
};

type Running = Pick<Work, "action" | "entries" | "parentId" | "doing"> & { onSome?: (done: string[]) => void };

const idsOf = (entries: Entry[]): string[] => entries.map(({ id }) => id);

// What works has a toast of its own; other toasts count upwards.
let lastWork = 0;

/** The id of the toast that tells how far a work is, and then how it ended. */
export const nextWork = () => --lastWork;

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

  // What takes its time says so while it does, and how far it is; its own toast then says that it is done.
  const work = async ({ doing, entries, onSome, ...job }: Running) => {
    const toastId = nextWork();
    const total = entries.length;
    const tell = (done: number) => {
      if (total > AT_ONCE) toast({ id: toastId, message: doing, progress: t("entries.progress", { done, total }) });
    };
    tell(0);
    const { outcome, error } = await runBatch({
      ...job,
      ids: idsOf(entries),
      onSome: (done, soFar) => {
        tell(soFar);
        onSome?.(done);
      },
    });
    const done = new Set(outcome.done);
    return {
      toastId,
      done: entries.filter(({ id }) => done.has(id)),
      refused: entries.filter(({ id }) => !done.has(id)),
      isUnanswered: Boolean(error),
      reason: error ? refuse(error) : reasonOf(outcome.code),
    };
  };

  const run = async ({ change, done, undo, ...running }: Work) => {
    const { entries } = running;
    const isLong = entries.length > AT_ONCE;
    setOverlay((now) => withChanges(now, idsOf(entries), change));
    const working = work(running);
    const takeBack = async () => {
      await undo((await working).done);
      router.refresh();
    };
    const offer = (those: Entry[], id?: number) => toast({ id, message: done(those), undo: () => void takeBack() });
    // It speaks as soon as it shows: an "Undo" that is still there from before would take back another deed.
    if (!isLong) offer(entries);
    const ended = await working;
    setOverlay((now) => settled(withoutChanges(now, idsOf(ended.refused)), idsOf(ended.done)));
    // A call that was not answered changed nothing that is known of.
    if (ended.done.length > 0 || !ended.isUnanswered) router.refresh();
    if (isLong && ended.done.length > 0) offer(ended.done, ended.toastId);
    const { refused, reason } = ended;
    if (refused.length > 0) {
      const message = t("entries.notDone", { count: refused.length, total: entries.length, reason });
      toast({ id: ended.done.length > 0 ? undefined : ended.toastId, message, isError: true });
    }
  };

  const back = async (action: Batch["action"], entries: Entry[], parentId?: string) => {
    const isLong = entries.length > AT_ONCE;
    const onSome = (done: string[]) => {
      setOverlay((now) => withoutChanges(now, done));
      // They come back as they are brought back.
      if (isLong) router.refresh();
    };
    const doing = t("entries.undoing", { count: entries.length });
    const { toastId, done, refused, reason } = await work({ action, entries, parentId, doing, onSome });
    if (isLong && done.length > 0) toast({ id: toastId, message: t("entries.undone", { count: done.length }) });
    if (refused.length > 0) {
      const [{ name } = { name: "" }] = refused;
      const message = t("entries.notUndone", { count: refused.length, total: entries.length, name, reason });
      toast({ id: done.length > 0 ? undefined : toastId, message, isError: true });
    }
  };

  return { overlay, setOverlay, run, back };
}
