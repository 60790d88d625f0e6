"use client";

import { useRefusal, useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import { useRouter } from "@/components/ui/use-router";
import type { Entry } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import type { Result } from "@/lib/http/result";
import type { TextKey } from "@/lib/i18n/schema";
import { settled, withChanges, withoutChanges } from "./overlay";
import type { useChanges } from "./use-changes";
import { useCopy } from "./use-copy";

/** A folder that entries go to. */
export type Target = { id: string; name: string };

/** What people do to entries: it shows at once, offers "Undo", and goes back with the reason when it is refused. */
export type Deeds = {
  trash: (entries: Entry[]) => Promise<void>;
  move: (entries: Entry[], target: Target) => Promise<void>;
  star: (entries: Entry[], starred: boolean) => Promise<void>;
  rename: (entry: Entry, name: string) => Promise<Result<Entry>>;
  /** Copies go to a folder; without one each is made where its entry is. */
  copy: (entries: Entry[], target?: Target) => Promise<void>;
};

/** The deeds on a list. From a folder what is moved is gone at once; a place that gathers entries keeps it. */
export function useDeeds({ setOverlay, run, back }: ReturnType<typeof useChanges>, isFolder: boolean): Deeds {
  const toast = useToast();
  const refuse = useRefusal();
  const t = useT();
  const router = useRouter();
  const copy = useCopy(back);

  const named = (key: TextKey, entries: Entry[], values: Record<string, string> = {}) =>
    t(key, { count: entries.length, name: entries[0]?.name ?? "", ...values });

  const deeds: Deeds = {
    copy,
    trash: (entries) =>
      run({
        action: "trash",
        entries,
        change: { isGone: true },
        doing: named("entries.trashing", entries),
        done: (those) => named("entries.trashed", those),
        undo: (those) => back("restore", those),
      }),
    move: (entries, target) => {
      const moved = entries.filter((entry) => (entry.parentId ?? "root") !== target.id && entry.id !== target.id);
      if (moved.length === 0) return Promise.resolve();
      return run({
        action: "move",
        entries: moved,
        parentId: target.id,
        change: isFolder ? { isGone: true } : { patch: { parentId: target.id } },
        doing: named("entries.moving", moved, { target: target.name }),
        done: (those) => named("entries.moved", those, { target: target.name }),
        undo: (those) => {
          const from = Map.groupBy(those, (entry) => entry.parentId ?? "root");
          return Promise.all([...from].map(([parentId, some]) => back("move", some, parentId)));
        },
      });
    },
    star: (entries, starred) =>
      run({
        action: starred ? "star" : "unstar",
        entries,
        change: { patch: { starred } },
        doing: named("entries.changing", entries),
        done: (those) => named(starred ? "entries.starredDone" : "entries.unstarredDone", those),
        undo: (those) => back(starred ? "unstar" : "star", those),
      }),
    rename: async (entry, name) => {
      toast(null);
      setOverlay((now) => withChanges(now, [entry.id], { patch: { name } }));
      const result = await callApi<Entry>(`/api/files/${entry.id}`, { method: "PATCH", body: { name } });
      setOverlay((now) => (result.ok ? settled(now, [entry.id]) : withoutChanges(now, [entry.id])));
      if (!result.ok) return result;
      router.refresh();
      const undo = async () => {
        // What was done to it since, elsewhere, is not to be taken back with it.
        const headers = { "if-match": `"${result.value.etag}"` };
        const body = { name: entry.name };
        const undone = await callApi(`/api/files/${entry.id}`, { method: "PATCH", body, headers });
        setOverlay((now) => withoutChanges(now, [entry.id]));
        if (!undone.ok) {
          const isChanged = undone.error.code === "precondition_failed";
          const reason = isChanged ? t("entries.reasonChanged") : refuse(undone.error);
          toast({ message: named("entries.notUndone", [result.value], { total: "1", reason }), isError: true });
        }
        router.refresh();
      };
      if (result.value.name !== entry.name)
        toast({ message: t("entries.renamed", { name: result.value.name }), undo: () => void undo() });
      return result;
    },
  };
  return deeds;
}
