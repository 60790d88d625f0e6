"use client";

import { useRefusal, useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import { useRouter } from "@/components/ui/use-router";
import type { Entry } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import type { Result } from "@/lib/http/result";
import type { TextKey } from "@/lib/i18n/schema";
import { followCopy } from "./copies";
import { settled, withChanges, withoutChanges } from "./overlay";
import type { useChanges } from "./use-changes";

/** A folder that entries go to. */
export type Target = { id: string; name: string };

/** What people do to entries: it shows at once, offers "Undo", and goes back with the reason when it is refused. */
export type Deeds = {
  trash: (entries: Entry[]) => Promise<void>;
  move: (entries: Entry[], target: Target) => Promise<void>;
  star: (entries: Entry[], starred: boolean) => Promise<void>;
  rename: (entry: Entry, name: string) => Promise<Result<Entry>>;
  /** Copies go to a folder; one that has no name here is where the entries are. */
  copy: (entries: Entry[], target: Pick<Target, "id"> & { name?: string }) => Promise<void>;
};

/** The deeds on a list. From a folder what is moved is gone at once; a place that gathers entries keeps it. */
export function useDeeds({ setOverlay, run, back }: ReturnType<typeof useChanges>, isFolder: boolean): Deeds {
  const toast = useToast();
  const refuse = useRefusal();
  const t = useT();
  const router = useRouter();

  const named = (key: TextKey, entries: Entry[], values: Record<string, string> = {}) =>
    t(key, { count: entries.length, name: entries[0]?.name ?? "", ...values });

  // What is more than a moment's work goes on as a job.
  const follow = ({ id, name }: Entry) =>
    void followCopy(id, name, (isWhole) => {
      toast({ message: t(isWhole ? "jobs.copied" : "jobs.incomplete", { name }), isError: !isWhole });
      router.refresh();
    });

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
        change: isFolder ? { isGone: true } : { patch: { parentId: target.id } },
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
      toast(null);
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
      toast(null);
      const made: Entry[] = [];
      for (const entry of entries) {
        const body = { parentId: target.id, onConflict: "rename" };
        const result = await callApi<Entry>(`/api/files/${entry.id}/copy`, { method: "POST", body });
        if (result.ok) {
          made.push(result.value);
          if (entry.kind === "folder") follow(result.value);
        } else
          toast({ message: t("entries.notCopied", { name: entry.name, reason: refuse(result.error) }), isError: true });
      }
      if (made.length === 0) return;
      router.refresh();
      const ids = made.map((entry) => entry.id);
      const undo = () => void back("trash", ids).then(() => router.refresh());
      const message = target.name
        ? named("entries.copied", made, { target: target.name })
        : named("entries.duplicated", entries);
      toast({ message, undo });
    },
  };
  return deeds;
}
