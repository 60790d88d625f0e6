"use client";

import { askBeforeLeaving } from "@/components/ui/leaving";
import { useRefusal, useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import { useRouter } from "@/components/ui/use-router";
import type { Entry } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import { followCopy } from "./copies";
import { nextWork, type useChanges } from "./use-changes";

// Each is a call of its own: more than these take long enough to say how far they are.
const FEW = 5;

/** What copies entries to a folder; without one each copy is made where its entry is. `back` takes them back. */
export function useCopy(back: ReturnType<typeof useChanges>["back"]) {
  const toast = useToast();
  const refuse = useRefusal();
  const t = useT();
  const router = useRouter();

  // What is more than a moment's work goes on as a job.
  const follow = ({ id, name }: Entry) =>
    void followCopy(id, name, (isWhole) => {
      toast({ message: t(isWhole ? "jobs.copied" : "jobs.incomplete", { name }), isError: !isWhole });
      router.refresh();
    });

  return async (entries: Entry[], target?: { id: string; name: string }): Promise<void> => {
    const total = entries.length;
    const toastId = nextWork();
    const copied: Entry[] = [];
    const made: Entry[] = [];
    const refused: { name: string; reason: string }[] = [];
    const tell = () => {
      if (total <= FEW) return;
      const message = t("entries.copying", { count: total, name: entries[0]?.name ?? "" });
      toast({ id: toastId, message, progress: t("entries.progress", { done: made.length + refused.length, total }) });
    };
    const copyEach = async () => {
      for (const entry of entries) {
        tell();
        const body = { parentId: target?.id ?? entry.parentId ?? "root", onConflict: "rename" };
        // The one that is on its way is made, though the page is left.
        const call = { method: "POST", body, keepalive: true } as const;
        const result = await callApi<Entry>(`/api/files/${entry.id}/copy`, call);
        if (result.ok) {
          copied.push(entry);
          made.push(result.value);
          if (entry.kind === "folder") follow(result.value);
        } else refused.push({ name: entry.name, reason: refuse(result.error) });
      }
    };
    toast(null);
    await (total > 1 ? askBeforeLeaving(copyEach()) : copyEach());
    const [fault] = refused;
    if (fault) {
      const about = { count: refused.length, total, ...fault };
      const message = t(refused.length === 1 ? "entries.notCopied" : "entries.notDone", about);
      toast({ id: made.length > 0 ? undefined : toastId, message, isError: true });
    }
    if (made.length === 0) return;
    router.refresh();
    const count = made.length;
    const message = target
      ? t("entries.copied", { count, name: made[0]?.name ?? "", target: target.name })
      : t("entries.duplicated", { count, name: copied[0]?.name ?? "" });
    toast({ id: toastId, message, undo: () => void back("trash", made).then(() => router.refresh()) });
  };
}
