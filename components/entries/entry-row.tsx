"use client";

import { MoreVertical, Star } from "lucide-react";
import { Moment } from "@/components/ui/moment";
import { Cell, Row, RowHeader } from "@/components/ui/table-parts";
import { useFormats, useT } from "@/components/ui/texts";
import type { Entry } from "@/lib/entries/schema";
import { EntryFace } from "./entry-face";
import { RenameField } from "./rename-field";
import type { View } from "./view";

/** The columns of a list: all of them on a desk; on a phone when and how big stand below the name. */
export const listColumns =
  "flex items-center md:grid md:grid-cols-[minmax(0,1fr)_8rem_6rem_2.75rem] md:gap-4 sm:px-3 rounded-xl";

export type RowProps = {
  entry: Entry;
  index: number;
  view: View;
  isSelected: boolean;
  isActive: boolean;
  isCut: boolean;
  isRenaming: boolean;
  /** On its way: the folder that was opened, where the network is slow. */
  isOpening: boolean;
  style?: React.CSSProperties;
  onRename: (name: string | null) => Promise<string | null>;
  onMenu: (button: HTMLElement) => void;
};

const ROW =
  "h-14 hover:bg-ground before:absolute before:inset-x-0 before:-bottom-px before:h-px before:bg-line aria-selected:before:bg-transparent";
const TILE = "mt-3 flex h-46 flex-col rounded-2xl border border-line bg-surface p-2 hover:bg-ground";

/** Where an entry's own page is, for a second tab and for a copied address. */
export const hrefOf = ({ id, kind, parentId }: Entry): string =>
  kind === "folder" ? `/drive/${id}` : `/drive${parentId && parentId !== "root" ? `/${parentId}` : ""}?preview=${id}`;

/** One entry of a list or a grid. What clicks and keys do is the list's to say. */
export function EntryRow(props: RowProps) {
  const { entry, index, view, isSelected, isActive, isCut, style } = props;
  const isGrid = view === "grid";
  return (
    <Row
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-id={entry.id}
      data-index={index}
      data-drop={entry.kind === "folder" ? `folder:${entry.id}` : undefined}
      data-drop-name={entry.kind === "folder" ? entry.name : undefined}
      tabIndex={isActive ? 0 : -1}
      style={style}
      className={`group relative scroll-mt-44 scroll-mb-28 outline-offset-[-2px] transition-colors duration-100 aria-selected:bg-accent-soft data-[over]:bg-accent-soft data-[over]:outline-2 data-[over]:outline-accent ${isCut ? "opacity-50" : ""} ${isGrid ? TILE : `${ROW} ${listColumns}`}`}
    >
      {isGrid ? <TileCells {...props} /> : <ListCells {...props} />}
    </Row>
  );
}

function ListCells(props: RowProps) {
  const { entry } = props;
  const { formatBytes } = useFormats();
  return (
    <>
      <RowHeader className="min-w-0 flex-1">
        <Name {...props}>
          <EntryFace entry={entry} isSelected={props.isSelected} isOpening={props.isOpening} />
          <NameAndNotes entry={entry} />
        </Name>
      </RowHeader>
      <Cell className="text-muted text-sm max-md:hidden">
        <Moment at={entry.modifiedAt} />
      </Cell>
      <Cell className="text-end text-muted text-sm tabular-nums max-md:hidden">
        {entry.size === null ? <span aria-hidden="true">–</span> : formatBytes(entry.size)}
      </Cell>
      <Cell className="relative -me-2 text-end">
        <MoreButton {...props} />
      </Cell>
    </>
  );
}

function TileCells(props: RowProps) {
  const { entry } = props;
  return (
    <>
      <RowHeader className="min-w-0 flex-1">
        <Name {...props}>
          <EntryFace entry={entry} isSelected={props.isSelected} isOpening={props.isOpening} isLarge />
          <span className="flex min-h-10 min-w-0 items-center gap-1.5 ps-1 pe-9">
            <NameText entry={entry} />
          </span>
        </Name>
      </RowHeader>
      <Cell className="absolute end-1 bottom-1.5">
        <MoreButton {...props} />
      </Cell>
    </>
  );
}

function Name({ children, ...props }: RowProps & { children: React.ReactNode }) {
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

function NameAndNotes({ entry }: { entry: Entry }) {
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

function NameText({ entry }: { entry: Entry }) {
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
