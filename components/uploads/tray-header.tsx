import { ChevronDown, Pause, Play, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { handsFocusBack } from "@/components/ui/focus";
import { useT } from "@/components/ui/texts";
import { useFormats } from "@/components/ui/use-formats";
import { notesOf } from "./notes";
import type { Progress } from "./progress";
import { cancelUploads } from "./upload-jobs";
import { clearEnded, pauseUploads, resumeUploads } from "./upload-queue";
import { resumeStopped } from "./upload-restore";
import { isActive, type TrayItem } from "./upload-store";

type Props = { items: TrayItem[]; progress: Progress; isOpen: boolean; onToggle: () => void };

const toolClass = "size-11 px-0 text-muted sm:size-10";

/** The tray's uploads as one: how they are, and what can be done to all of them. */
export function TrayHeader({ items, progress, isOpen, onToggle }: Props) {
  const t = useT();
  const formats = useFormats();
  const { active, paused, stopped, asking, count } = progress;
  const isOver = active + paused + stopped + asking === 0;
  const resumeAll = () => {
    const resumable = items.filter(({ state }) => state === "paused" || state === "stopped");
    resumeUploads(idsOf(resumable.filter(({ hasFile }) => hasFile)));
    const unkept = resumable.filter(({ hasFile }) => !hasFile);
    if (unkept.length > 0) void resumeStopped(idsOf(unkept));
  };
  return (
    <div className="flex items-center gap-1 py-2 ps-4 pe-2">
      <div className="min-w-0 flex-1 leading-5">
        <p className="truncate font-medium">{useHeadline(progress)}</p>
        {active > 0 && <p className="truncate text-muted text-sm tabular-nums">{notesOf(progress, t, formats)}</p>}
      </div>
      {count > 1 && active > 0 && (
        <Button
          look="quiet"
          aria-label={t("uploads.pauseAll")}
          className={toolClass}
          onClick={() => pauseUploads(idsOf(items.filter(isActive)))}
        >
          <Pause aria-hidden="true" className="size-4" />
        </Button>
      )}
      {count > 1 && paused + stopped > 0 && (
        <Button look="quiet" aria-label={t("uploads.resumeAll")} className={toolClass} onClick={resumeAll}>
          <Play aria-hidden="true" className="size-4" />
        </Button>
      )}
      {count > 1 && !isOver && (
        <Button
          look="quiet"
          ref={handsFocusBack}
          aria-label={t("uploads.cancelAll")}
          className={toolClass}
          onClick={() => cancelUploads(idsOf(items.filter(({ state }) => state !== "done")))}
        >
          <X aria-hidden="true" className="size-4" />
        </Button>
      )}
      {isOver && (
        <Button look="quiet" className="px-3" onClick={clearEnded}>
          {t("uploads.clear")}
        </Button>
      )}
      <Button
        look="quiet"
        aria-label={t("uploads.details")}
        aria-expanded={isOpen}
        className={`group ${toolClass}`}
        onClick={onToggle}
      >
        <ChevronDown aria-hidden="true" className="size-5 group-aria-[expanded=false]:rotate-180" />
      </Button>
    </div>
  );
}

function useHeadline({ active, failed, paused, stopped, asking, count, done, cancelled, isOffline }: Progress): string {
  const t = useT();
  if (isOffline) return t("uploads.offline");
  if (active > 0) return t("uploads.uploading", { done: active, total: count });
  if (asking > 0) return t("uploads.asks");
  if (stopped > 0) return t("uploads.canGoOn", { count: stopped });
  if (paused > 0) return t("uploads.pausedOf", { paused, total: count });
  if (failed > 0) return t("uploads.failedOf", { failed, total: count });
  return cancelled > 0 ? t("uploads.cancelledOf", { done, cancelled }) : t("uploads.complete");
}

const idsOf = (items: TrayItem[]): string[] => items.map(({ id }) => id);
