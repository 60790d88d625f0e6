"use client";

import { EntryIcon } from "@/components/entries/entry-icon";
import { buttonClass } from "@/components/ui/button";
import { useT } from "@/components/ui/texts";
import { useFormats } from "@/components/ui/use-formats";
import type { TextKey } from "@/lib/i18n/schema";
import type { RenderDownload, Viewed } from "./view-props";

type Props = { entry: Viewed; renderDownload: RenderDownload; reason?: TextKey };

/** A file that can't be looked at here: what it is, and how to have it. */
export function Facts({ entry, renderDownload, reason = "preview.none" }: Props) {
  const t = useT();
  const { formatBytes } = useFormats();
  return (
    <div className="grid h-full content-center justify-items-center gap-4 px-4 text-center">
      <EntryIcon kind={entry.kind} type={entry.type} size="lg" />
      <p dir="auto" className="wrap-anywhere max-w-md font-medium text-lg">
        {entry.name}
      </p>
      <p className="opacity-70">
        {t(reason)} {entry.size !== null && formatBytes(entry.size)}
      </p>
      {renderDownload?.(entry, { className: buttonClass("primary"), children: t("preview.download") })}
    </div>
  );
}
