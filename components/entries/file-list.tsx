"use client";

import { FolderOpen } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { EndlessTable } from "@/components/ui/endless-table";
import { usePages } from "@/components/ui/use-pages";
import type { Entry, Order, Page, Sort } from "@/lib/entries/schema";
import { EntryCells, entryColumns } from "./entry-cells";
import { useEntryDialogs } from "./entry-dialogs";
import { SortHeader } from "./sort-header";

type Props = { folderId: string; first: Page<Entry>; sort: Sort; order: Order };

const ROW_HEIGHT = 56;

/** A folder's rows. */
export function FileList({ folderId, first, sort, order }: Props) {
  const list = usePages({ path: "/api/files", query: { parent: folderId, sort, order } }, first);
  const { onOpen, dialog } = useEntryDialogs();
  return (
    <>
      {list.items.length === 0 ? (
        <EmptyState Icon={FolderOpen} title="Nothing here yet">
          Drop files or folders anywhere, or use New.
        </EmptyState>
      ) : (
        <EndlessTable
          label="Files"
          list={list}
          rowHeight={ROW_HEIGHT}
          rowClass={entryColumns}
          header={<SortHeader sort={sort} order={order} />}
          headerClass="sticky top-15 z-10 border-line border-b bg-surface py-1 text-muted text-sm [&>*]:hover:bg-transparent"
        >
          {(entry) => <EntryCells entry={entry} onOpen={onOpen} />}
        </EndlessTable>
      )}
      {dialog}
    </>
  );
}
