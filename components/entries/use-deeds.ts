"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useRefusal, useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import type { Batch, Entry } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import type { Result } from "@/lib/http/result";
import type { TextKey } from "@/lib/i18n/schema";
import { runBatch } from "./batch-call";
import { afterRefresh, type Change, NO_CHANGES, type Overlay, settled, withChanges, withoutChanges } from "./overlay";

/** A folder that entries go to. */
export type Target = { id: string; name: string };

/** What people do to entries: it shows at once, offers "Undo", and goes back with the reason when it is refused. */
export type Deeds = {
  trash: (entries: Entry[]) => Promise<void>;
  move: (entries: Entry[], target: Target) => Promise<void>;
  star: (entries: Entry[], starred: boolean) => Promise<void>;
  rename: (entry: Entry, name: string) => Promise<Result<Entry>>;
  copy: (entries: Entry[], target: Target) => Promise<void>;
};

const REASONS: Record<string, TextKey> = {
  name_taken: "entries.reasonNameTaken",
  cycle: "entries.reasonCycle",
  not_found: "entries.reasonNotFound",
  forbidden: "entries.reasonForbidden",
  quota_exceeded: "entries.reasonQuota",
};

type Work = {
  action: Batch["action"];
  entries: Entry[];
  change: Change;
  done: string;
  parentId?: string;
  undo: (ids: string[]) => Promise<unknown>;
};

/** The deeds on a list, and the list's overlay of them; `isFresh` says that the list holds what was answered before it was read. */
export function useDeeds(list: unknown, isFresh: boolean): { deeds: Deeds; overlay: Overlay } {
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
    const { outcome, error } = await runBatch(action, ids, parentId);
    setOverlay((now) => settled(withoutChanges(now, outcome.refused), outcome.done));
    router.refresh();
    if (outcome.refused.length > 0) {
      const reason = error ? refuse(error) : reasonOf(outcome.code);
      toast({
        message: t("entries.notDone", { count: outcome.refused.length, total: ids.length, reason }),
        isError: true,
      });
    }
    if (outcome.done.length > 0 && outcome.refused.length === 0) {
      toast({ message: done, undo: () => void undo(outcome.done).then(() => router.refresh()) });
    }
  };

  const back = async (action: Batch["action"], ids: string[], parentId?: string) => {
    const { outcome, error } = await runBatch(action, ids, parentId);
    setOverlay((now) => withoutChanges(now, outcome.done));
    if (outcome.refused.length > 0) toast({ message: error ? refuse(error) : reasonOf(outcome.code), isError: true });
  };

  const named = (key: TextKey, entries: Entry[], values: Record<string, string> = {}) =>
    t(key, { count: entries.length, name: entries[0]?.name ?? "", ...values });

  const deeds: Deeds = {
    trash: (entries) =>
      run({
        action: "trash",
        entries,
        change: { isGone: true },
        done: named("entries.trashed", entries),
        undo: (ids) => back("restore", ids),
      }),
    move: (entries, target) => {
      const moved = entries.filter((entry) => (entry.parentId ?? "root") !== target.id && entry.id !== target.id);
      if (moved.length === 0) return Promise.resolve();
      const from = Map.groupBy(moved, (entry) => entry.parentId ?? "root");
      return run({
        action: "move",
        entries: moved,
        parentId: target.id,
        change: { isGone: true },
        done: named("entries.moved", moved, { target: target.name }),
        undo: (ids) =>
          Promise.all(
            [...from].map(([parentId, those]) => {
              const wanted = those.map((entry) => entry.id).filter((id) => ids.includes(id));
              return wanted.length > 0 ? back("move", wanted, parentId) : null;
            }),
          ),
      });
    },
    star: (entries, starred) =>
      run({
        action: starred ? "star" : "unstar",
        entries,
        change: { patch: { starred } },
        done: named(starred ? "entries.starredDone" : "entries.unstarredDone", entries),
        undo: (ids) => back(starred ? "unstar" : "star", ids),
      }),
    rename: async (entry, name) => {
      setOverlay((now) => withChanges(now, [entry.id], { patch: { name } }));
      const result = await callApi<Entry>(`/api/files/${entry.id}`, { method: "PATCH", body: { name } });
      setOverlay((now) => (result.ok ? settled(now, [entry.id]) : withoutChanges(now, [entry.id])));
      if (!result.ok) return result;
      router.refresh();
      const undo = async () => {
        const undone = await callApi(`/api/files/${entry.id}`, { method: "PATCH", body: { name: entry.name } });
        setOverlay((now) => withoutChanges(now, [entry.id]));
        if (!undone.ok) toast({ message: refuse(undone.error), isError: true });
        router.refresh();
      };
      if (result.value.name !== entry.name)
        toast({ message: t("entries.renamed", { name: result.value.name }), undo: () => void undo() });
      return result;
    },
    copy: async (entries, target) => {
      const made: Entry[] = [];
      for (const entry of entries) {
        const body = { parentId: target.id, onConflict: "rename" };
        const result = await callApi<Entry>(`/api/files/${entry.id}/copy`, { method: "POST", body });
        if (result.ok) made.push(result.value);
        else
          toast({ message: t("entries.notCopied", { name: entry.name, reason: refuse(result.error) }), isError: true });
      }
      if (made.length === 0) return;
      router.refresh();
      const ids = made.map((entry) => entry.id);
      const undo = () => void back("trash", ids).then(() => router.refresh());
      toast({ message: named("entries.copied", made, { target: target.name }), undo });
    },
  };
  return { deeds, overlay };
}
