"use client";

import { Download, FolderOpen } from "lucide-react";
import Link from "next/link";
import { EntryIcon } from "@/components/entries/entry-icon";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { EndlessTable } from "@/components/ui/endless-table";
import { Cell, ColumnHeader, RowHeader } from "@/components/ui/table-parts";
import { useT } from "@/components/ui/texts";
import { useFormats } from "@/components/ui/use-formats";
import { usePages } from "@/components/ui/use-pages";
import type { Page } from "@/lib/entries/schema";
import type { SharedEntry } from "@/lib/sharing/schema";

type Props = { shareId: string; folder?: string; first: Page<SharedEntry>; allowDownload: boolean };

const ROW_HEIGHT = 56;
const nameClass = "flex h-full min-w-0 items-center gap-3";

/** The rows of a shared folder. */
export function SharedFolder({ shareId, folder, first, allowDownload }: Props) {
  const t = useT();
  const query: Record<string, string> = folder ? { folder } : {};
  const list = usePages({ path: `/s/${shareId}/files`, query }, first);
  if (list.items.length === 0) {
    return (
      <EmptyState Icon={FolderOpen} title={t("sharing.emptyFolder")}>
        {t("sharing.emptyFolderText")}
      </EmptyState>
    );
  }
  return (
    <EndlessTable
      label={t("sharing.files")}
      list={list}
      rowHeight={ROW_HEIGHT}
      rowClass="flex items-center gap-3 hover:bg-ground sm:px-2"
      header={<SharedHeader />}
      headerClass="sr-only"
    >
      {(item) => <SharedCells shareId={shareId} item={item} allowDownload={allowDownload} />}
    </EndlessTable>
  );
}

function SharedHeader() {
  const t = useT();
  return (
    <>
      <ColumnHeader>{t("sharing.name")}</ColumnHeader>
      <ColumnHeader>{t("sharing.size")}</ColumnHeader>
      <ColumnHeader>{t("sharing.actions")}</ColumnHeader>
    </>
  );
}

type CellProps = { shareId: string; item: SharedEntry; allowDownload: boolean };

function SharedCells({ shareId, item, allowDownload }: CellProps) {
  const t = useT();
  const { formatBytes } = useFormats();
  const name = (
    <>
      <EntryIcon kind={item.kind} type={item.type} />
      <span dir="auto" className="truncate text-start">
        {item.name}
      </span>
    </>
  );
  return (
    <>
      <RowHeader className="h-full min-w-0 flex-1">
        {item.kind === "folder" ? (
          <Link
            prefetch={false}
            href={`/s/${shareId}?folder=${item.id}`}
            className={`${nameClass} after:absolute after:inset-0 after:rounded-lg`}
          >
            {name}
          </Link>
        ) : (
          <span className={nameClass}>{name}</span>
        )}
      </RowHeader>
      <Cell className="shrink-0 text-muted text-sm tabular-nums">
        {item.size === null ? "" : formatBytes(item.size)}
      </Cell>
      <Cell className="w-11 shrink-0">
        {item.kind === "file" && allowDownload && (
          <a
            href={`/s/${shareId}/download?file=${item.id}`}
            aria-label={t("sharing.downloadOf", { name: item.name })}
            className={buttonClass("quiet", "size-11 px-0 text-accent sm:size-11")}
          >
            <Download aria-hidden="true" className="size-5" />
          </a>
        )}
      </Cell>
    </>
  );
}
