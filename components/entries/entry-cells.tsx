"use client";

import { MoreVertical } from "lucide-react";
import { Moment } from "@/components/ui/moment";
import { Cell, RowHeader } from "@/components/ui/table-parts";
import { useT } from "@/components/ui/texts";
import { useFormats } from "@/components/ui/use-formats";
import { EntryFace } from "./entry-face";
import { EntryName, NameAndNotes, NameText } from "./entry-name";
import type { RowProps } from "./row-props";

/** A list's cells of an entry: name, time, size and its menu. */
export function ListCells(props: RowProps) {
  const { entry } = props;
  const { formatBytes } = useFormats();
  return (
    <>
      <RowHeader className="min-w-0 flex-1">
        <EntryName {...props}>
          <EntryFace entry={entry} isSelected={props.isSelected} isOpening={props.isOpening} />
          <NameAndNotes entry={entry} />
        </EntryName>
      </RowHeader>
      <Cell role="gridcell" className="text-muted text-sm max-md:hidden">
        <Moment at={entry.modifiedAt} />
      </Cell>
      <Cell role="gridcell" className="text-end text-muted text-sm tabular-nums max-md:hidden">
        {entry.size === null ? <span aria-hidden="true">–</span> : formatBytes(entry.size)}
      </Cell>
      <Cell role="gridcell" className="relative -me-2 text-end">
        <MoreButton {...props} />
      </Cell>
    </>
  );
}

/** A tile's: its picture, its name and its menu. */
export function TileCells(props: RowProps) {
  const { entry } = props;
  return (
    <>
      <RowHeader className="min-w-0 flex-1">
        <EntryName {...props}>
          <EntryFace entry={entry} isSelected={props.isSelected} isOpening={props.isOpening} isLarge />
          <span className="flex min-h-10 min-w-0 items-center gap-1.5 ps-1 pe-9">
            <NameText entry={entry} />
          </span>
        </EntryName>
      </RowHeader>
      <Cell role="gridcell" className="absolute end-1 bottom-1.5">
        <MoreButton {...props} />
      </Cell>
    </>
  );
}

function MoreButton({ entry, onMenu }: RowProps) {
  const t = useT();
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-haspopup="menu"
      aria-label={t("entries.moreActions", { name: entry.name })}
      onClick={(event) => onMenu(event.currentTarget)}
      className="inline-grid size-11 place-items-center rounded-xl text-muted hover:bg-raised group-aria-selected:hover:bg-surface sm:size-9"
    >
      <MoreVertical aria-hidden="true" className="size-5" />
    </button>
  );
}
