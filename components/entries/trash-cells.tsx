import { ArchiveRestore, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { Cell, ColumnHeader, RowHeader } from "@/components/ui/table-parts";
import type { Entry } from "@/lib/entries/schema";
import { formatBytes } from "@/lib/format";
import { EntryIcon } from "./entry-icon";

/** The columns of the trash. */
export const trashColumns =
  "flex items-center gap-1 md:grid md:grid-cols-[minmax(0,1fr)_8rem_6rem_14rem] md:gap-4 sm:px-3";

type Props = { entry: Entry; isDisabled: boolean; onRestore: () => void; onPurge: () => void };
export function TrashHeader() {
  return (
    <>
      <ColumnHeader>Name</ColumnHeader>
      <ColumnHeader>Deleted</ColumnHeader>
      <ColumnHeader className="text-right">Size</ColumnHeader>
      <ColumnHeader>
        <span className="sr-only">Actions</span>
      </ColumnHeader>
    </>
  );
}

export function TrashCells({ entry, isDisabled, onRestore, onPurge }: Props) {
  return (
    <>
      <RowHeader className="flex min-w-0 flex-1 items-center gap-3">
        <EntryIcon kind={entry.kind} type={entry.type} />
        <span className="grid min-w-0 leading-5">
          <span dir="auto" className="truncate text-left">
            {entry.name}
          </span>
          <span className="text-muted text-sm md:hidden">
            {entry.trashedAt && <Moment at={entry.trashedAt} />}
            {entry.size !== null && ` · ${formatBytes(entry.size)}`}
          </span>
        </span>
      </RowHeader>
      <Cell className="text-muted text-sm max-md:hidden">{entry.trashedAt && <Moment at={entry.trashedAt} />}</Cell>
      <Cell className="text-right text-muted text-sm tabular-nums max-md:hidden">
        {entry.size === null ? <span aria-hidden="true">–</span> : formatBytes(entry.size)}
      </Cell>
      <Cell className="flex shrink-0 justify-end gap-1 sm:gap-2">
        <Button
          aria-label={`Restore ${entry.name}`}
          disabled={isDisabled}
          onClick={onRestore}
          className="max-sm:size-11 max-sm:border-0 max-sm:bg-transparent max-sm:px-0"
        >
          <ArchiveRestore aria-hidden="true" className="size-4 max-sm:size-5" />
          <span className="max-sm:hidden">Restore</span>
        </Button>
        <Button
          look="danger"
          aria-label={`Delete ${entry.name} for good`}
          disabled={isDisabled}
          onClick={onPurge}
          className="max-sm:size-11 max-sm:border-0 max-sm:px-0"
        >
          <X aria-hidden="true" className="size-4 max-sm:size-5" />
          <span className="max-sm:hidden">Delete</span>
        </Button>
      </Cell>
    </>
  );
}
