"use client";

import { Star } from "lucide-react";
import { Moment } from "@/components/ui/moment";
import { useT } from "@/components/ui/texts";
import { useFormats } from "@/components/ui/use-formats";
import type { Entry } from "@/lib/entries/schema";
import { EntryFace } from "./entry-face";
import { RenameField } from "./rename-field";
import type { RowProps } from "./row-props";

/** Where an entry's own page is, for a second tab and for a copied address. */
export const hrefOf = ({ id, kind, parentId }: Entry): string =>
  kind === "folder" ? `/drive/${id}` : `/drive${parentId && parentId !== "root" ? `/${parentId}` : ""}?preview=${id}`;

/** An entry's name with what stands before it: a link to where it is, what one drags, and the field that it is renamed in. */
export function EntryName({ children, ...props }: RowProps & { children: React.ReactNode }) {
  const { entry, view, isRenaming, onRename } = props;
  const look = view === "grid" ? "grid gap-1" : "flex h-14 items-center gap-3";
  if (isRenaming) {
    return (
      <div className={look}>
        <EntryFace entry={entry} isSelected={false} isLarge={view === "grid"} />
        <RenameField entry={entry} onEnd={onRename} />
      </div>
    );
  }
  return (
    <a
      href={hrefOf(entry)}
      tabIndex={-1}
      draggable
      className={`${look} select-none outline-none [-webkit-touch-callout:none]`}
    >
      {children}
    </a>
  );
}

/** The name, and on a phone when and how big below it. */
export function NameAndNotes({ entry }: { entry: Entry }) {
  const { formatBytes } = useFormats();
  return (
    <span className="grid min-w-0 leading-5">
      <span className="flex min-w-0 items-center gap-1.5">
        <NameText entry={entry} />
      </span>
      <span className="truncate text-muted text-sm md:hidden">
        <Moment at={entry.modifiedAt} />
        {entry.size !== null && ` · ${formatBytes(entry.size)}`}
      </span>
    </span>
  );
}

/** The name, and its star. */
export function NameText({ entry }: { entry: Entry }) {
  const t = useT();
  return (
    <>
      <span dir="auto" className="truncate text-start">
        {entry.name}
      </span>
      {entry.starred && (
        <Star role="img" aria-label={t("entries.isStarred")} className="size-3.5 shrink-0 fill-current text-accent" />
      )}
    </>
  );
}
