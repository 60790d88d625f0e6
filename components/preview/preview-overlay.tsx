"use client";

import { ArrowLeft, ChevronLeft, ChevronRight, Download } from "lucide-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { giveFocus } from "@/components/ui/focus";
import { useLocale, useT } from "@/components/ui/texts";
import { useToastStage } from "@/components/ui/toasts";
import { Unreached } from "@/components/ui/unreached";
import { PreviewBody } from "./preview-body";
import type { RenderDownload, Viewed } from "./view-props";

/** The file that is looked at: null is gone, and without one it is still asked for. */
export type Found<E extends Viewed> = E | null | undefined | "unreached";

type Props<E extends Viewed> = {
  entryId: string;
  found: Found<E>;
  /** The list that one goes through; the file itself need not be in it. */
  entries: E[];
  /** Where a file's bytes come from; null where they are not shown. */
  urlOf: (entry: E) => string | null;
  renderDownload: RenderDownload;
  /** What else can be done with the file that is shown. */
  actions?: (entry: E) => React.ReactNode;
  /** The list was not read to its end, so that nobody knows how many there are. */
  hasMore?: boolean;
  onShow: (entry: E) => void;
  onClose: () => void;
  onRetry?: () => void;
};

const NEVER = () => undefined;

/** One file over the page, and through the others by arrows. Its bytes come from the store; nothing in it runs as ours. */
export function PreviewOverlay<E extends Viewed>(props: Props<E>) {
  const { entryId, found, entries, urlOf, renderDownload, actions, hasMore, onShow, onClose, onRetry = NEVER } = props;
  const t = useT();
  const isRightToLeft = useLocale().dir === "rtl";
  const files = entries.filter((entry) => entry.kind === "file");
  const at = files.findIndex((file) => file.id === entryId);
  const entry = found === "unreached" ? undefined : found;
  const dialog = useRef<HTMLDialogElement>(null);
  useToastStage(dialog);
  const ownRow = useEffectEvent(() =>
    document.querySelector(`[data-id="${entryId}"]:is([tabindex]), [data-id="${entryId}"] button`),
  );
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    dialog.current?.focus();
    // Nothing opened a preview whose address was: its own row stands in.
    return () => giveFocus(opener !== document.body && opener?.isConnected ? opener : ownRow());
  }, []);
  const go = (by: number) => {
    const next = at === -1 ? undefined : files[at + by];
    if (next) onShow(next);
  };
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest("input, video, audio")))
      return;
    const forward = isRightToLeft ? "ArrowLeft" : "ArrowRight";
    const backward = isRightToLeft ? "ArrowRight" : "ArrowLeft";
    if (event.key === forward) go(1);
    if (event.key === backward) go(-1);
    if (event.key === " " && event.target === dialog.current) onClose();
  });
  useEffect(() => {
    const element = dialog.current;
    element?.addEventListener("keydown", onKeyDown);
    return () => element?.removeEventListener("keydown", onKeyDown);
  }, []);
  const name = entry?.name ?? t("preview.preview");
  return (
    <dialog
      ref={dialog}
      aria-label={name}
      tabIndex={-1}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className="m-0 size-full max-h-none max-w-none animate-[appear_120ms_ease-out] flex-col bg-[#161715] text-[#f0f1ec] outline-none open:flex"
    >
      <header className="flex h-15 shrink-0 items-center gap-1 px-2 pt-[env(safe-area-inset-top)] sm:px-4">
        <button type="button" aria-label={t("ui.close")} className={iconClass} onClick={onClose}>
          <ArrowLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
        </button>
        <h2 className="me-auto min-w-0 truncate px-1 font-medium">
          <bdi>{name}</bdi>
        </h2>
        {at >= 0 && files.length > 1 && !hasMore && (
          <p className="whitespace-nowrap px-2 text-[#a5a99f] text-sm tabular-nums max-sm:hidden">
            {t("preview.place", { at: at + 1, of: files.length })}
          </p>
        )}
        {entry && (
          <>
            {actions?.(entry)}
            {renderDownload?.(entry, {
              "aria-label": t("preview.download"),
              className: iconClass,
              children: <Download aria-hidden="true" className="size-5" />,
            })}
          </>
        )}
      </header>
      <div className="relative min-h-0 flex-1 pb-[env(safe-area-inset-bottom)]">
        {found === "unreached" && <Unreached onRetry={onRetry} />}
        {entry === null && <p className="grid h-full place-items-center text-[#a5a99f]">{t("preview.gone")}</p>}
        {entry && (
          <PreviewBody
            key={`${entry.id}-${entry.versionId}`}
            entry={entry}
            url={urlOf(entry)}
            renderDownload={renderDownload}
          />
        )}
        {at > 0 && (
          <button type="button" aria-label={t("preview.previous")} className={`${side} start-2`} onClick={() => go(-1)}>
            <ChevronLeft aria-hidden="true" className="size-6 rtl:-scale-x-100" />
          </button>
        )}
        {at >= 0 && at < files.length - 1 && (
          <button type="button" aria-label={t("preview.next")} className={`${side} end-2`} onClick={() => go(1)}>
            <ChevronRight aria-hidden="true" className="size-6 rtl:-scale-x-100" />
          </button>
        )}
      </div>
    </dialog>
  );
}

/** How the buttons of its head look. */
export const iconClass = "grid size-11 shrink-0 place-items-center rounded-xl hover:bg-white/10";
const side =
  "absolute top-1/2 z-10 grid size-11 -translate-y-1/2 place-items-center rounded-full bg-black/50 hover:bg-black/80";
