"use client";

import {
  ClipboardCopy,
  Copy,
  Download,
  Eye,
  FolderInput,
  FolderOpen,
  Info,
  Link2,
  Pencil,
  Scissors,
  Star,
  StarOff,
  Trash2,
} from "lucide-react";
import { MenuItem, MenuLine } from "@/components/ui/menu";
import { useT } from "@/components/ui/texts";
import type { Entry } from "@/lib/entries/schema";
import type { Commands } from "./use-commands";

const icon = "size-4 text-muted";

type Props = { entries: Entry[]; opener: HTMLElement | null; commands: Commands };

/** What can be done to one entry or to several: the same by right click, long press, key and button. */
export function EntryMenu({ entries, opener, commands }: Props) {
  const t = useT();
  const [entry] = entries;
  if (!entry) return null;
  const isOne = entries.length === 1;
  const isStarred = entries.every((each) => each.starred);
  const OpenIcon = entry.kind === "folder" ? FolderOpen : Eye;
  return (
    <>
      {isOne && (
        <MenuItem onSelect={() => commands.open(entry)} hint="↵">
          <OpenIcon aria-hidden="true" className={icon} /> {t("entries.open")}
        </MenuItem>
      )}
      <MenuItem onSelect={() => commands.download(entries)}>
        <Download aria-hidden="true" className={icon} /> {t("entries.download")}
      </MenuItem>
      {isOne && (
        <>
          <MenuItem onSelect={() => commands.dialog("share", entries, opener)}>
            <Link2 aria-hidden="true" className={icon} /> {t("entries.share")}
          </MenuItem>
          <MenuItem onSelect={() => commands.dialog("rename", entries, opener)} hint="F2">
            <Pencil aria-hidden="true" className={icon} /> {t("entries.rename")}
          </MenuItem>
        </>
      )}
      <MenuItem onSelect={() => commands.dialog("move", entries, opener)}>
        <FolderInput aria-hidden="true" className={icon} /> {t("entries.moveTo")}
      </MenuItem>
      <MenuItem onSelect={() => commands.duplicate(entries)}>
        <Copy aria-hidden="true" className={icon} /> {t("entries.makeCopy")}
      </MenuItem>
      <MenuItem onSelect={() => commands.star(entries, !isStarred)}>
        {isStarred ? <StarOff aria-hidden="true" className={icon} /> : <Star aria-hidden="true" className={icon} />}
        {t(isStarred ? "entries.unstar" : "entries.star")}
      </MenuItem>
      {/* They are pasted by a key or a right click: fingers have "Move to" and "Make a copy". */}
      <MenuItem pointer="mouse" onSelect={() => commands.clip("cut", entries)} hint={`${commandKey()}X`}>
        <Scissors aria-hidden="true" className={icon} /> {t("entries.cut")}
      </MenuItem>
      <MenuItem pointer="mouse" onSelect={() => commands.clip("copy", entries)} hint={`${commandKey()}C`}>
        <ClipboardCopy aria-hidden="true" className={icon} /> {t("entries.copyKey")}
      </MenuItem>
      {isOne && (
        <MenuItem onSelect={() => commands.dialog("details", entries, opener)}>
          <Info aria-hidden="true" className={icon} /> {t("entries.details")}
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem look="danger" onSelect={() => commands.trash(entries)} hint="Del">
        <Trash2 aria-hidden="true" className="size-4" /> {t("entries.moveToTrash")}
      </MenuItem>
    </>
  );
}

/** How the key is called that goes with C, X and V. */
export const commandKey = (): string => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl+");
