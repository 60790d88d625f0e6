"use client";

import { X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import { useFormats } from "@/components/ui/use-formats";
import { ownEntries, saveZip } from "@/lib/entries/client-zip";
import type { Entry } from "@/lib/entries/schema";
import { faultOf } from "@/lib/http/client";
import type { Target } from "./use-deeds";

type Props = { entries: Entry[]; here: Target | null; onEnd: () => void };

/** Several entries on their way into one ZIP, put together here from the store's own bytes. */
export function ZipProgress({ entries, here, onEnd }: Props) {
  const t = useT();
  const toast = useToast();
  const { formatBytes } = useFormats();
  const [bytes, setBytes] = useState(0);
  const abort = useRef<AbortController>(null);
  const name = entries.length === 1 ? (entries[0]?.name ?? "") : (here?.name ?? t("entries.myFiles"));
  // biome-ignore lint/correctness/useExhaustiveDependencies: one packing for one choice, whatever is drawn meanwhile
  useEffect(() => {
    const controller = new AbortController();
    abort.current = controller;
    const { signal } = controller;
    saveZip({ fileName: `${name}.zip`, entries: () => ownEntries(entries, signal), onProgress: setBytes, signal })
      .catch((reason: unknown) => {
        const isWish = reason instanceof DOMException && reason.name === "AbortError";
        if (!isWish) toast({ message: faultOf(reason, t("ui.unreachable")), isError: true });
      })
      .finally(() => !signal.aborted && onEnd());
    return () => controller.abort();
  }, [entries]);
  return (
    <div className="fixed inset-x-4 bottom-[calc(5rem+env(safe-area-inset-bottom))] z-30 flex min-h-14 items-center gap-3 rounded-2xl border border-line bg-surface ps-4 pe-1.5 shadow-float sm:inset-x-auto sm:start-6 sm:bottom-6">
      <p className="min-w-0 flex-1 truncate">{t("entries.zipping", { name })}</p>
      <p className="text-muted text-sm tabular-nums">{formatBytes(bytes)}</p>
      <Button look="quiet" aria-label={t("ui.cancel")} className="size-11 px-0" onClick={onEnd}>
        <X aria-hidden="true" className="size-5" />
      </Button>
    </div>
  );
}
