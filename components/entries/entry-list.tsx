"use client";

import { useRef, useState } from "react";
import { useEmptied } from "@/components/ui/focus";
import { useLocale, useRefusal, useT } from "@/components/ui/texts";
import { useIsBrowser } from "@/components/ui/use-is-browser";
import { type Source, usePages } from "@/components/ui/use-pages";
import type { Entry, Order, Page, Sort } from "@/lib/entries/schema";
import { EntryGrid } from "./entry-grid";
import { ListLayer, type OpenMenu } from "./list-layer";
import { applied } from "./overlay";
import type { NameFault } from "./rename-field";
import type { Step } from "./selection";
import { SelectionBar } from "./selection-bar";
import { useChanges } from "./use-changes";
import { useColumns } from "./use-columns";
import { type Target, useDeeds } from "./use-deeds";
import { useEntryDrag } from "./use-entry-drag";
import { useListDialogs } from "./use-list-dialogs";
import { useListKeys } from "./use-list-keys";
import { useListPointer } from "./use-list-pointer";
import { useMadeFolder } from "./use-made-folder";
import { useNeighbour } from "./use-neighbour";
import type { Wanted } from "./use-row-focus";
import { useRubberBand } from "./use-rubber-band";
import { useSelection } from "./use-selection";
import type { View } from "./view";

const ROW_HEIGHT = { list: 56, grid: 196 };

export type EntryListProps = {
  source: Source;
  first: Page<Entry>;
  /** The folder that the list shows; a place that is none takes nothing and is not sorted. */
  here: Target | null;
  sort?: Sort;
  order?: Order;
  view: View;
  /** What stands there while there is nothing. */
  empty: React.ReactNode;
};

/** The one list of entries: a folder's, and every place's that shows entries. */
export function EntryList({ source, first, here, sort, order, view, empty }: EntryListProps) {
  const t = useT();
  const refuse = useRefusal();
  const isAlive = useIsBrowser();
  const list = usePages(source, first);
  const changes = useChanges(first, !list.isBehind);
  const deeds = useDeeds(changes, here !== null);
  const items = applied(list.items, changes.overlay);
  const { selection, isReading, onStep, onAll, onEnd } = useSelection(items, list);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const rows = useRef<HTMLDivElement>(null);
  const columns = useColumns(rows, view === "grid");
  const rowHeight = ROW_HEIGHT[view];
  const ids = () => items.map((item) => item.id);
  const byId = new Map(items.map((item) => [item.id, item]));
  const selected = [...selection.ids].flatMap((id) => byId.get(id) ?? []);
  const find = (id: string) => byId.get(id);
  const wanted = useRef<Wanted>(false);
  // A key takes the focus along, from wherever on the page it was pressed.
  const onKeyStep = (step: Step) => {
    wanted.current = true;
    onStep(step);
  };
  const { commands, clipboard, opening, dialogs } = useListDialogs({ deeds, here });

  useNeighbour({ items, byId, active: selection.active, wanted, onGo: (id) => onStep({ kind: "left", id }) });
  // Under a finger, what is selected makes a tap select as well: there a new folder is shown and no more.
  const isSeeking = useMadeFolder(byId, (id) =>
    onKeyStep({ kind: window.matchMedia("(pointer: coarse)").matches ? "focus" : "only", id }),
  );
  useEmptied(items.length === 0 && !list.hasMore);

  const openMenu = (entry: Entry | null, at: OpenMenu["at"], opener: HTMLElement | null) => {
    const isAmong = entry !== null && selection.ids.has(entry.id) && selected.length > 1;
    setMenu({ entries: isAmong ? selected : entry ? [entry] : [], at, opener });
  };
  const rename = async (entry: Entry, name: string | null): Promise<NameFault | null> => {
    if (name === null) {
      setRenaming(null);
      return null;
    }
    const result = await deeds.rename(entry, name);
    if (result.ok) setRenaming(null);
    if (result.ok) return null;
    const { code, fields } = result.error;
    return { message: fields?.name?.[0] ?? refuse(result.error), isLoggedOut: code === "unauthenticated" };
  };

  useListKeys({
    items,
    selection,
    selected,
    columns,
    rowHeight,
    commands,
    isFolder: here !== null,
    onStep: onKeyStep,
    onRename: (entry) => setRenaming(entry.id),
    onMenu: (row) => {
      const { left, top, height } = row.getBoundingClientRect();
      openMenu(find(row.dataset.id ?? "") ?? null, { x: left + 48, y: top + height }, row);
    },
    onAll,
    onMore: () => void list.load(Number.POSITIVE_INFINITY),
    onEnd,
  });
  const drag = useEntryDrag({ find, selected, commands, badgeOf: (count) => t("entries.dragCount", { count }) });
  const pointer = useListPointer({
    find,
    selection,
    hasGround: here !== null,
    onStep,
    onOpen: commands.open,
    onMenu: openMenu,
  });
  const isRightToLeft = useLocale().dir === "rtl";
  const { band, onMouseDown } = useRubberBand({
    rows,
    ids,
    selected: selection.ids,
    columns,
    rowHeight,
    isRightToLeft,
    onStep,
  });

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: every deed of the mouse has its key, see use-list-keys */}
      <div
        {...pointer}
        {...drag}
        onMouseDown={onMouseDown}
        aria-busy={!isAlive}
        className="relative min-h-[calc(100dvh-10rem)] sm:-mb-16 sm:pb-16"
      >
        {selected.length > 0 && (
          <SelectionBar entries={selected} commands={commands} onClear={() => onKeyStep({ kind: "none" })} />
        )}
        {items.length === 0 && !list.hasMore ? (
          empty
        ) : (
          <EntryGrid
            label={t("entries.files")}
            list={{ ...list, items }}
            rows={rows}
            view={view}
            columns={columns}
            rowHeight={rowHeight}
            selection={selection}
            cut={clipboard?.mode === "cut" ? clipboard.entries : []}
            renaming={renaming}
            opening={opening}
            isWhole={isReading || isSeeking}
            wanted={wanted}
            sort={sort}
            order={order}
            onActive={(id) => onStep({ kind: "focus", id })}
            onRename={rename}
            onMenu={(entry, button) => {
              const { left, bottom } = button.getBoundingClientRect();
              openMenu(entry, { x: left, y: bottom }, button);
            }}
          />
        )}
      </div>
      {/* Outside of it: what is clicked in a menu or a dialog is not clicked in the list. */}
      <ListLayer
        {...{ items, band, menu, selected, commands, here, dialogs }}
        hasMore={list.hasMore}
        onMore={() => void list.load()}
        canPaste={clipboard !== null && here !== null}
        isReading={isReading}
        onMenuClose={() => setMenu(null)}
      />
    </>
  );
}
