"use client";

import { EntryIcon } from "@/components/entries/entry-icon";
import { buttonClass } from "@/components/ui/button";
import { useT } from "@/components/ui/texts";
import { useFormats } from "@/components/ui/use-formats";
import type { Entry } from "@/lib/entries/schema";
import { DownloadLink } from "./download-link";

/** A file that can't be looked at here: what it is, and how to have it. */
export function Facts({ entry }: { entry: Entry }) {
  const t = useT();
  const { formatBytes } = useFormats();
  return (
    <div className="grid h-full content-center justify-items-center gap-4 px-4 text-center">
      <EntryIcon kind={entry.kind} type={entry.type} size="lg" />
      <p dir="auto" className="wrap-anywhere max-w-md font-medium text-lg">
        {entry.name}
      </p>
      <p className="text-[#a5a99f]">
        {t("preview.none")} {entry.size !== null && formatBytes(entry.size)}
      </p>
      <DownloadLink entry={entry} className={buttonClass("primary")}>
        {t("entries.download")}
      </DownloadLink>
    </div>
  );
}
