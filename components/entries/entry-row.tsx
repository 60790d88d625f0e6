"use client";

import { Row } from "@/components/ui/table-parts";
import { ListCells, TileCells } from "./entry-cells";
import type { RowProps } from "./row-props";

/** The columns of a list: all of them on a desk; on a phone when and how big stand below the name. */
export const listColumns =
  "flex items-center md:grid md:grid-cols-[minmax(0,1fr)_8rem_6rem_2.75rem] md:gap-4 sm:px-3 rounded-xl";

const ROW =
  "h-14 hover:bg-ground before:absolute before:inset-x-0 before:-bottom-px before:h-px before:bg-line aria-selected:before:bg-transparent";
const TILE = "mt-3 flex h-46 flex-col rounded-2xl border border-line bg-surface p-2 hover:bg-ground";

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
      className={`group relative select-none scroll-mt-44 scroll-mb-28 outline-offset-[-2px] transition-colors duration-100 aria-selected:bg-accent-soft data-[over]:bg-accent-soft data-[over]:outline-2 data-[over]:outline-accent ${isCut ? "opacity-50" : ""} ${isGrid ? TILE : `${ROW} ${listColumns}`}`}
    >
      {isGrid ? <TileCells {...props} /> : <ListCells {...props} />}
    </Row>
  );
}
