"use client";

import { Check, RotateCw, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { formatBytes } from "@/lib/format";
import { cancelUpload, clearDone, retryUpload, subscribe, type TrayItem, trayItems, whenDone } from "./upload-store";

const NONE: TrayItem[] = [];

export function UploadTray() {
  const items = useSyncExternalStore(subscribe, trayItems, () => NONE);
  const router = useRouter();
  const active = items.filter((item) => item.state === "waiting" || item.state === "sending").length;
  useEffect(() => whenDone(() => router.refresh()), [router]);
  useEffect(() => {
    if (active === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [active]);
  const failed = items.filter((item) => item.state === "failed").length;
  const ended = failed > 0 ? `${failed} of ${items.length} failed` : "Uploads complete";
  if (items.length === 0) return null;
  return (
    <section
      aria-label="Uploads"
      className="fixed inset-x-2 bottom-20 z-30 rounded-2xl border border-line bg-surface shadow-float sm:inset-x-auto sm:right-6 sm:bottom-6 sm:w-96"
    >
      <div className="flex items-center justify-between py-1.5 pr-2 pl-4">
        <p role="status" className="font-medium">
          {active > 0 ? `Uploading ${active} of ${items.length}` : ended}
        </p>
        {active === 0 && (
          <Button look="quiet" onClick={clearDone}>
            Clear
          </Button>
        )}
      </div>
      <ul className="max-h-72 overflow-auto border-line border-t px-4 py-1">
        {items.map((item) => (
          <TrayRow key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function TrayRow({ item }: { item: TrayItem }) {
  const percent = item.size === 0 ? 0 : Math.round((item.sent / item.size) * 100);
  return (
    <li className="grid gap-1 py-2">
      <div className="flex items-center gap-2">
        <span dir="auto" className="min-w-0 flex-1 truncate">
          {item.name}
        </span>
        {item.state === "done" && (
          <Check aria-label={`${item.name} is uploaded`} role="img" className="size-5 text-accent" />
        )}
        {item.state === "failed" && (
          <Button
            look="quiet"
            aria-label={`Retry ${item.name}`}
            className="size-10 px-0"
            onClick={() => retryUpload(item.id)}
          >
            <RotateCw aria-hidden="true" className="size-4" />
          </Button>
        )}
        {item.state !== "done" && (
          <Button
            look="quiet"
            aria-label={`Cancel ${item.name}`}
            className="size-10 px-0"
            onClick={() => cancelUpload(item.id)}
          >
            <X aria-hidden="true" className="size-4" />
          </Button>
        )}
      </div>
      {item.state === "failed" ? (
        <p className="text-danger text-sm">{item.message}</p>
      ) : (
        item.state !== "done" && (
          <>
            <progress
              aria-label={`Progress of ${item.name}`}
              value={percent}
              max={100}
              className="h-1.5 w-full accent-accent"
            />
            <p className="text-muted text-sm tabular-nums">
              {formatBytes(item.sent)} of {formatBytes(item.size)}
            </p>
          </>
        )
      )}
    </li>
  );
}
