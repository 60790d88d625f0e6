import { ArchiveRestore, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { Cell, ColumnHeader, RowHeader } from "@/components/ui/table-parts";
import { useT } from "@/components/ui/texts";
import { useFormats } from "@/components/ui/use-formats";
import type { Entry } from "@/lib/entries/schema";
import { EntryIcon } from "./entry-icon";

/** The columns of the trash. */
export const trashColumns =
  "flex items-center gap-1 md:grid md:grid-cols-[minmax(0,1fr)_8rem_7rem_6rem_14rem] md:gap-4 sm:px-3";

type Props = {
  entry: Entry;
  /** How many days it stays. */
  daysLeft: number;
  isDisabled: boolean;
  onRestore: () => void;
  onPurge: () => void;
};

export function TrashHeader() {
  const t = useT();
  return (
    <>
      <ColumnHeader>{t("entries.name")}</ColumnHeader>
      <ColumnHeader>{t("places.deleted")}</ColumnHeader>
      <ColumnHeader>
        <span className="sr-only">{t("places.daysLeftColumn")}</span>
      </ColumnHeader>
      <ColumnHeader className="text-end">{t("entries.size")}</ColumnHeader>
      <ColumnHeader>
        <span className="sr-only">{t("entries.actions")}</span>
      </ColumnHeader>
    </>
  );
}

export function TrashCells({ entry, daysLeft, isDisabled, onRestore, onPurge }: Props) {
  const t = useT();
  const { formatBytes } = useFormats();
  return (
    <>
      <RowHeader className="flex min-w-0 flex-1 items-center gap-3">
        <EntryIcon kind={entry.kind} type={entry.type} />
        <span className="grid min-w-0 leading-5">
          <span dir="auto" className="max-w-full justify-self-start truncate">
            {entry.name}
          </span>
          <span className="text-muted text-sm md:hidden">
            {t("places.daysLeft", { count: daysLeft })}
            {entry.size !== null && ` · ${formatBytes(entry.size)}`}
          </span>
        </span>
      </RowHeader>
      <Cell className="text-muted text-sm max-md:hidden">{entry.trashedAt && <Moment at={entry.trashedAt} />}</Cell>
      <Cell className="text-muted text-sm max-md:hidden">{t("places.daysLeft", { count: daysLeft })}</Cell>
      <Cell className="text-end text-muted text-sm tabular-nums max-md:hidden">
        {entry.size === null ? <span aria-hidden="true">–</span> : formatBytes(entry.size)}
      </Cell>
      <Cell className="flex shrink-0 justify-end gap-1 sm:gap-2">
        <Button
          aria-label={t("places.restoreOne", { name: entry.name })}
          disabled={isDisabled}
          onClick={onRestore}
          className="max-sm:size-11 max-sm:border-0 max-sm:bg-transparent max-sm:px-0"
        >
          <ArchiveRestore aria-hidden="true" className="size-4 max-sm:size-5" />
          <span className="max-sm:hidden">{t("places.restore")}</span>
        </Button>
        <Button
          look="danger"
          aria-label={t("places.purgeOne", { name: entry.name })}
          disabled={isDisabled}
          onClick={onPurge}
          className="max-sm:size-11 max-sm:border-0 max-sm:px-0"
        >
          <X aria-hidden="true" className="size-4 max-sm:size-5" />
          <span className="max-sm:hidden">{t("places.purge")}</span>
        </Button>
      </Cell>
    </>
  );
}
