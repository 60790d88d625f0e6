"use client";

import { X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { handsFocusBack } from "@/components/ui/focus";
import { useStore } from "@/components/ui/store";
import { useT } from "@/components/ui/texts";
import { useFormats } from "@/components/ui/use-formats";
import { type Packing, packings } from "./zips";

const NONE: Packing[] = [];

/** The ZIPs that are being put together, and how far, on whichever page of the drive one is. */
export function ZipProgress() {
  const t = useT();
  const { formatBytes } = useFormats();
  const running = useStore(packings, NONE);
  if (running.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {running.map(({ id, name, bytes, cancel }) => (
        <li
          key={id}
          ref={handsFocusBack}
          className="flex min-h-14 items-center gap-3 rounded-2xl border border-line bg-surface ps-4 pe-1.5 shadow-float"
        >
          <p className="min-w-0 flex-1 truncate">{t("entries.zipping", { name })}</p>
          <p className="text-muted text-sm tabular-nums">{formatBytes(bytes)}</p>
          <Button look="quiet" aria-label={t("entries.cancelZip", { name })} className="size-11 px-0" onClick={cancel}>
            <X aria-hidden="true" className="size-5" />
          </Button>
        </li>
      ))}
    </ul>
  );
}
