"use client";

import { ChevronDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { useIsDesk } from "@/components/ui/use-is-desk";
import { announcementOf, type Progress, progressOf } from "./progress";
import { ProgressBar } from "./progress-bar";
import { TrayRow } from "./tray-row";
import { clearEnded, subscribe, type Tray, trayNow, whenDone } from "./upload-store";
import { useTabTitle } from "./use-tab-title";

const NOTHING: Tray = { items: [], pace: null };

/** What is being uploaded, on whichever page of the drive one is. */
export function UploadTray() {
  const tray = useSyncExternalStore(subscribe, trayNow, () => NOTHING);
  const progress = progressOf(tray);
  const isBusy = progress.active > 0;
  const isDesk = useIsDesk();
  const [chosen, setChosen] = useState<boolean | null>(null);
  // A phone has room for the sum alone, unless something went wrong.
  const isOpen = chosen ?? (isDesk || progress.failed > 0);
  const router = useRouter();
  useTabTitle(isBusy ? progress.percent : null);
  useEffect(() => whenDone(() => router.refresh()), [router]);
  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isBusy]);
  return (
    <>
      {/* It is there before it speaks: what comes with its text already in it is often not read. */}
      <p role="status" className="sr-only">
        {announcementOf(progress)}
      </p>
      {progress.count > 0 && (
        <section
          aria-label="Uploads"
          data-tray
          className="fixed inset-x-2 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-30 animate-[rise_150ms_ease-out] overflow-hidden rounded-2xl border border-line bg-surface shadow-float sm:inset-x-auto sm:right-6 sm:bottom-6 sm:w-96"
        >
          <TrayHeader progress={progress} isOpen={isOpen} onToggle={() => setChosen(!isOpen)} />
          {isBusy && <ProgressBar label="Progress of all uploads" percent={progress.percent} isFlat />}
          {isOpen && (
            <ul className="max-h-[min(18rem,45dvh)] overflow-auto border-line border-t px-4 py-1">
              {tray.items.map((item) => (
                <TrayRow key={item.id} item={item} />
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  );
}

type HeaderProps = { progress: Progress; isOpen: boolean; onToggle: () => void };

function TrayHeader({ progress, isOpen, onToggle }: HeaderProps) {
  const { active, failed, count, notes } = progress;
  const ended = failed > 0 ? `${failed} of ${count} failed` : "Uploads complete";
  return (
    <div className="flex items-center gap-1 py-2 pr-2 pl-4">
      <div className="min-w-0 flex-1 leading-5">
        <p className="font-medium">{active > 0 ? `Uploading ${active} of ${count}` : ended}</p>
        {active > 0 && <p className="text-muted text-sm tabular-nums">{notes}</p>}
      </div>
      {active === 0 && (
        <Button look="quiet" className="px-3" onClick={clearEnded}>
          Clear
        </Button>
      )}
      <Button
        look="quiet"
        aria-label="Details"
        aria-expanded={isOpen}
        className="group size-11 px-0 text-muted sm:size-10"
        onClick={onToggle}
      >
        <ChevronDown aria-hidden="true" className="size-5 group-aria-[expanded=false]:rotate-180" />
      </Button>
    </div>
  );
}
