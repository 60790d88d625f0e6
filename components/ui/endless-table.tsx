"use client";

import { useEffect, useRef, useState } from "react";
import { FailedRow } from "./failed-row";
import { SkeletonRow } from "./skeleton-row";
import { Row, RowGroup, Table } from "./table-parts";
import { useKeptControl } from "./use-kept-control";
import { useKeptPlace } from "./use-kept-place";
import type { Pages } from "./use-pages";
import { useWindowRange } from "./use-window-range";

const WAITING_ROWS = 6;
const AHEAD = 100;
// As many as the highest window shows: the server draws no more, however many it sends.
const DRAWN_BY_SERVER = 40;

type Props<T> = {
  label: string;
  list: Pages<T>;
  /** Every row has this height: that is what makes ten thousand as cheap as ten. */
  rowHeight: number;
  rowClass: string;
  /** The cells of the header row. */
  header: React.ReactNode;
  headerClass?: string;
  /** The cells of a row; the first one is its header. */
  children: (item: T) => React.ReactNode;
};

/** A table without end: only rows near the window exist, and further pages are read before one gets there. */
export function EndlessTable<T extends { id: string }>(props: Props<T>) {
  const { label, list, rowHeight, rowClass, header, headerClass, children } = props;
  const { items, hasMore, error, load } = list;
  const rows = useRef<HTMLDivElement>(null);
  const expected = useKeptPlace(items.length);
  const { start, end } = useWindowRange({ rows, rowHeight, initial: DRAWN_BY_SERVER });
  const [focused, setFocused] = useState(-1);
  const kept = useKeptControl(rows);
  const isWaiting = hasMore && !error;
  const count = isWaiting ? Math.max(items.length + WAITING_ROWS, expected) : items.length;
  useEffect(() => {
    if (isWaiting && end > items.length - AHEAD) void load(end + AHEAD - items.length);
  }, [isWaiting, end, items.length, load]);
  // The row that has the focus stays, however far it is scrolled away: else the focus would be lost.
  const shown = items.flatMap((item, index) =>
    (index >= start && index < end) || index === focused ? [{ item, index }] : [],
  );
  const waiting = indexes(Math.max(items.length, start), Math.min(count, end));
  const place = (index: number) => ({ top: index * rowHeight, height: rowHeight });
  return (
    <>
      <Table aria-label={label} aria-rowcount={hasMore ? -1 : items.length + 1}>
        <RowGroup className={headerClass}>
          <Row aria-rowindex={1} className={rowClass}>
            {header}
          </Row>
        </RowGroup>
        <RowGroup
          ref={rows}
          className="relative"
          style={{ height: count * rowHeight }}
          onFocus={(event) => {
            setFocused(indexOf(event.target));
            kept.onFocus(event);
          }}
          onBlur={(event) => {
            setFocused(-1);
            kept.onBlur(event);
          }}
        >
          {shown.map(({ item, index }) => (
            <Row
              key={item.id}
              aria-rowindex={index + 2}
              data-index={index}
              data-id={item.id}
              style={place(index)}
              className={`group absolute inset-x-0 scroll-mt-36 scroll-mb-28 border-line border-b ${rowClass}`}
            >
              {children(item)}
            </Row>
          ))}
          {waiting.map((index) => (
            <SkeletonRow key={`waiting-${index}`} style={place(index)} />
          ))}
        </RowGroup>
      </Table>
      {error && <FailedRow error={error} onRetry={() => void load()} />}
    </>
  );
}

const indexes = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

const indexOf = (element: Element): number => Number(element.closest("[data-index]")?.getAttribute("data-index") ?? -1);
