"use client";

import { type RefObject, useEffect } from "react";
import { FailedRow } from "@/components/ui/failed-row";
import { SkeletonRow } from "@/components/ui/skeleton-row";
import { Row, RowGroup } from "@/components/ui/table-parts";
import { useKeptPlace } from "@/components/ui/use-kept-place";
import type { Pages } from "@/components/ui/use-pages";
import { useWindowRange } from "@/components/ui/use-window-range";
import type { Entry, Order, Sort } from "@/lib/entries/schema";
import { EntryRow, listColumns } from "./entry-row";
import type { NameFault } from "./rename-field";
import type { Selection } from "./selection";
import { SortHeader } from "./sort-header";
import { useRowFocus, type Wanted } from "./use-row-focus";
import type { View } from "./view";

const WAITING_ROWS = 6;
const AHEAD = 300;
// Who has gone this far is on the way to the end, which a drag of the scroll bar reaches before any request.
const WHOLE_AFTER = 600;
const DRAWN_BY_SERVER = 40;

type Props = {
  label: string;
  list: Pages<Entry>;
  rows: RefObject<HTMLDivElement | null>;
  view: View;
  columns: number;
  /** Every row of entries has this height: that is what makes a hundred thousand as cheap as ten. */
  rowHeight: number;
  selection: Selection;
  /** See use-row-focus. */
  wanted: RefObject<Wanted>;
  cut: Entry[];
  renaming: string | null;
  opening: string | null;
  /** Whether it is to be read to its end, however far one has scrolled. */
  isWhole: boolean;
  sort?: Sort;
  order?: Order;
  onActive: (id: string) => void;
  onRename: (entry: Entry, name: string | null) => Promise<NameFault | null>;
  onMenu: (entry: Entry, button: HTMLElement) => void;
};

const GRID = "grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] auto-rows-[196px] gap-x-3 max-sm:grid-cols-2";

/** The entries near the window as an ARIA grid, one row an entry, in a list or as tiles. */
export function EntryGrid(props: Props) {
  const { label, list, rows, view, columns, rowHeight, selection, cut, renaming, opening, isWhole, sort, order } =
    props;
  const { items, hasMore, error, load } = list;
  const focus = useRowFocus({ rows, active: selection.active, wanted: props.wanted, onActive: props.onActive });
  const expected = useKeptPlace(items.length);
  const range = useWindowRange({ rows, rowHeight, initial: DRAWN_BY_SERVER });
  const [start, end] = [range.start * columns, range.end * columns];
  const isWaiting = hasMore && !error;
  const count = isWaiting ? Math.max(items.length + WAITING_ROWS, expected) : items.length;
  useEffect(() => {
    if (isWaiting && (isWhole || end > items.length - AHEAD))
      void load(isWhole || end > WHOLE_AFTER ? Number.POSITIVE_INFINITY : Math.max(AHEAD, end + AHEAD - items.length));
  }, [isWaiting, isWhole, end, items.length, load]);
  const activeId = selection.active ?? items[0]?.id;
  const isCut = new Set(cut.map((entry) => entry.id));
  const row = (entry: Entry, index: number, style?: React.CSSProperties) => (
    <EntryRow
      key={entry.id}
      entry={entry}
      index={index}
      view={view}
      isSelected={selection.ids.has(entry.id)}
      isActive={entry.id === activeId}
      isCut={isCut.has(entry.id)}
      isRenaming={entry.id === renaming}
      isOpening={entry.id === opening}
      style={style}
      onRename={(name) => props.onRename(entry, name)}
      onMenu={(button) => props.onMenu(entry, button)}
    />
  );
  const far = farFrom(items, selection.active, { start, end });
  const rowCount = Math.ceil(count / columns);
  const from = Math.min(range.start, rowCount);
  const waiting = Math.max(0, Math.min(count, end) - Math.max(items.length, start));
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: rows of a real table can't be placed one by one */}
      <div
        {...focus}
        role="grid"
        aria-label={label}
        aria-multiselectable="true"
        aria-rowcount={hasMore ? -1 : items.length + 1}
      >
        <RowGroup
          // Names of columns that sort nothing are for the ear alone where there are no columns.
          className={`sticky top-15 z-10 border-line border-b bg-surface py-1 text-muted text-sm [&>*]:hover:bg-transparent ${sort ? "" : view === "grid" ? "sr-only" : "max-md:sr-only"}`}
        >
          <Row aria-rowindex={1} className={listColumns}>
            <SortHeader sort={sort} order={order} />
          </Row>
        </RowGroup>
        <RowGroup ref={rows} className="relative" style={{ minHeight: rowCount * rowHeight }}>
          {far &&
            row(far.entry, far.index, {
              position: "absolute",
              insetInline: 0,
              top: Math.floor(far.index / columns) * rowHeight,
            })}
          <div
            role="presentation"
            data-tiles
            className={view === "grid" ? GRID : ""}
            style={{ paddingTop: from * rowHeight }}
          >
            {items.slice(start, end).map((entry, index) => row(entry, start + index))}
            {placesFrom(Math.max(items.length, start), waiting).map((place) => (
              <WaitingEntry key={`waiting-${place}`} view={view} />
            ))}
          </div>
        </RowGroup>
      </div>
      {error && <FailedRow error={error} onRetry={() => void load()} />}
    </>
  );
}

const placesFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);

const WaitingEntry = ({ view }: { view: View }) => (
  <div className="relative h-14">
    {view === "list" ? (
      <SkeletonRow style={{ top: 0, height: "100%" }} />
    ) : (
      <div aria-hidden="true" className="mt-3 h-46 animate-pulse rounded-2xl bg-raised" />
    )}
  </div>
);

// The row that the keyboard is on stays, however far it is scrolled away: else the focus would be lost.
function farFrom(items: Entry[], id: string | null, { start, end }: { start: number; end: number }) {
  if (id === null) return null;
  const index = items.findIndex((item) => item.id === id);
  const entry = items[index];
  return entry && (index < start || index >= end) ? { entry, index } : null;
}
