"use client";

import type { LucideIcon } from "lucide-react";
import { Copy, Download, FolderInput, Link2, Star, StarOff, Trash2, X } from "lucide-react";
import { useT } from "@/components/ui/texts";
import type { Entry } from "@/lib/entries/schema";
import type { TextKey } from "@/lib/i18n/schema";
import type { Commands } from "./use-commands";

type Props = { entries: Entry[]; commands: Commands; onClear: () => void };
type Deed = { text: TextKey; Icon: LucideIcon; run: () => void; isSecond?: boolean };

/** How many are selected and what can be done with them: over the list's head on a desk, over the top bar on a phone. */
export function SelectionBar({ entries, commands, onClear }: Props) {
  const t = useT();
  const isStarred = entries.every((entry) => entry.starred);
  const share: Deed = { text: "entries.share", Icon: Link2, run: () => commands.dialog("share", entries, null) };
  const deeds: Deed[] = [
    ...(entries.length === 1 ? [share] : []),
    { text: "entries.download", Icon: Download, run: () => commands.download(entries) },
    { text: "entries.moveTo", Icon: FolderInput, run: () => commands.dialog("move", entries, null) },
    {
      text: isStarred ? "entries.unstar" : "entries.star",
      Icon: isStarred ? StarOff : Star,
      run: () => commands.star(entries, !isStarred),
    },
    { text: "entries.makeCopy", Icon: Copy, run: () => commands.duplicate(entries), isSecond: true },
    { text: "entries.moveToTrash", Icon: Trash2, run: () => commands.trash(entries) },
  ];
  return (
    <div className="sm:sticky sm:top-15 sm:z-20 sm:h-0">
      <div
        role="toolbar"
        aria-label={t("entries.selection")}
        className="fixed inset-x-0 top-0 z-30 flex h-15 items-center gap-0.5 bg-accent-soft px-2 text-ink max-sm:shadow-float sm:absolute sm:h-12 sm:rounded-xl"
      >
        <button type="button" aria-label={t("entries.clearSelection")} className={buttonLook} onClick={onClear}>
          <X aria-hidden="true" className="size-5" />
        </button>
        <span className="me-auto whitespace-nowrap pe-2 font-medium tabular-nums sm:pe-4">
          {t("entries.selected", { count: entries.length })}
        </span>
        {deeds.map(({ text, Icon, run, isSecond }) => (
          <button
            key={text}
            type="button"
            aria-label={t(text)}
            title={t(text)}
            onClick={run}
            className={`${buttonLook} ${isSecond ? "max-sm:hidden" : ""}`}
          >
            <Icon aria-hidden="true" className="size-5" />
          </button>
        ))}
      </div>
    </div>
  );
}

const buttonLook = "grid size-11 shrink-0 place-items-center rounded-xl hover:bg-surface";
