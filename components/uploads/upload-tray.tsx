"use client";

import { useEffect, useState } from "react";
import { handsFocusBack } from "@/components/ui/focus";
import { later } from "@/components/ui/later";
import { askFirst } from "@/components/ui/leaving";
import { useStore } from "@/components/ui/store";
import { useT } from "@/components/ui/texts";
import { UnreachedModal } from "@/components/ui/unreached-modal";
import { useRouter } from "@/components/ui/use-router";
import { useIsDesk } from "@/components/ui/use-width";
import { holdTab } from "@/lib/uploads/client-lock";
import { announcementOf, progressOf } from "./progress";
import { ProgressBar } from "./progress-bar";
import { shownItems } from "./shown-items";
import { TrayHeader } from "./tray-header";
import { TrayRow } from "./tray-row";
import { whenDone } from "./upload-arrivals";
import { cancelUploads } from "./upload-jobs";
import { ownUploads, tabId } from "./upload-plan";
import { restoreUploads } from "./upload-restore";
import { type Tray, type TrayItem, tray as uploads } from "./upload-store";
import { useTabTitle } from "./use-tab-title";
import { useWakeLock } from "./use-wake-lock";

// The server has just said that a name is taken: what asks about it can be fetched.
const ConflictDialog = later(
  () => import("./conflict-dialog").then((module) => module.ConflictDialog),
  ({ item, onRetry }: { item: TrayItem; onRetry: () => void }) => {
    const t = useT();
    const title = t("uploads.taken", { name: item.name });
    return <UnreachedModal title={title} onClose={() => cancelUploads([item.id])} onRetry={onRetry} />;
  },
);

const NOTHING: Tray = { items: [], pace: null, cancelled: 0 };

/** What is being uploaded, on whichever page of the drive one is. */
export function UploadTray({ userId }: { userId: string }) {
  const t = useT();
  const tray = useStore(uploads, NOTHING);
  const progress = progressOf(tray);
  const isBusy = progress.active > 0;
  const isDesk = useIsDesk();
  const [chosen, setChosen] = useState<boolean | null>(null);
  // A phone has room for the sum alone, unless something waits for an answer.
  const isOpen = chosen ?? (isDesk || progress.failed + progress.stopped > 0);
  const router = useRouter();
  const asking = useAsking(tray.items);
  const { shown, hidden } = shownItems(tray.items);
  useTabTitle(isBusy ? progress.percent : null);
  useWakeLock(isBusy);
  useEffect(() => whenDone(() => router.refresh()), [router]);
  useEffect(() => {
    ownUploads(userId);
    holdTab(tabId);
    const restore = () => void restoreUploads(userId);
    restore();
    // Another tab may have gone on with what was left over.
    window.addEventListener("focus", restore);
    return () => window.removeEventListener("focus", restore);
  }, [userId]);
  useEffect(() => {
    if (!isBusy) return;
    window.addEventListener("beforeunload", askFirst);
    return () => window.removeEventListener("beforeunload", askFirst);
  }, [isBusy]);
  return (
    <>
      {/* It is there before it speaks: what comes with its text already in it is often not read. */}
      <p role="status" className="sr-only">
        {announcementOf(progress, t)}
      </p>
      {progress.count > 0 && (
        <section
          ref={mind}
          aria-label={t("uploads.uploads")}
          data-tray
          className="fixed inset-x-2 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-30 animate-[rise_150ms_ease-out] overflow-hidden rounded-2xl border border-line bg-surface shadow-float sm:inset-x-auto sm:end-6 sm:bottom-6 sm:w-[26rem]"
        >
          <TrayHeader items={tray.items} progress={progress} isOpen={isOpen} onToggle={() => setChosen(!isOpen)} />
          {isBusy && <ProgressBar label={t("uploads.progressOfAll")} percent={progress.percent} isFlat />}
          {isOpen && (
            <ul className="max-h-[min(20rem,45dvh)] overflow-auto border-line border-t ps-4 pe-2 py-1">
              {shown.map((item) => (
                <TrayRow key={item.id} item={item} />
              ))}
              {hidden > 0 && <li className="py-2 text-muted text-sm">{t("uploads.more", { count: hidden })}</li>}
            </ul>
          )}
        </section>
      )}
      {asking && <ConflictDialog key={asking.id} item={asking} />}
    </>
  );
}

/** The one that is asked about, until it has its answer: another one, earlier in the tray, must not come under the click. */
function useAsking(items: TrayItem[]): TrayItem | undefined {
  const [askedId, setAskedId] = useState<string>();
  const all = items.filter(({ state }) => state === "asking");
  const asking = all.find(({ id }) => id === askedId) ?? all[0];
  if (asking?.id !== askedId) setAskedId(asking?.id);
  return asking;
}

const mind = (tray: HTMLElement | null) => {
  const [stop, handBack] = [tellHeight(tray), handsFocusBack(tray)];
  return () => {
    stop?.();
    handBack?.();
  };
};

/** How high the tray is, for what is to stand above it. */
function tellHeight(tray: HTMLElement | null) {
  if (!tray) return;
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => style.setProperty("--tray-height", `${tray.offsetHeight}px`));
  observer.observe(tray);
  return () => observer.disconnect();
}
