"use client";

import { Download } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { EntryIcon } from "@/components/entries/entry-icon";
import { buttonClass } from "@/components/ui/button";
import { EndlessTable } from "@/components/ui/endless-table";
import { Cell, ColumnHeader, RowHeader } from "@/components/ui/table-parts";
import { useT } from "@/components/ui/texts";
import { useFormats } from "@/components/ui/use-formats";
import { useIsBrowser } from "@/components/ui/use-is-browser";
import { usePages } from "@/components/ui/use-pages";
import type { Page } from "@/lib/entries/schema";
import type { SharedEntry } from "@/lib/sharing/schema";
import { SharedPreview } from "./late-parts";
import { sharedDownload } from "./shared-address";
import type { Terms } from "./terms";

type Props = { terms: Terms; folder?: string; first: Page<SharedEntry> };

const ROW_HEIGHT = 56;
const nameClass = "flex h-full w-full min-w-0 items-center gap-3";
const wholeRow = `${nameClass} after:absolute after:inset-0 after:rounded-lg`;

/** The rows of a shared folder. */
export function SharedFolder({ terms, folder, first }: Props) {
  const t = useT();
  const query: Record<string, string> = folder ? { folder } : {};
  const list = usePages({ path: `/s/${terms.shareId}/files`, query }, first);
  const [shownId, setShownId] = useState<string | null>(null);
  const show = (id: string) => {
    setShownId(id);
    // Its arrows go on beyond what the list has read.
    if (list.items.at(-1)?.id === id) void list.load();
  };
  return (
    <>
      <EndlessTable
        label={t("visit.files")}
        list={list}
        rowHeight={ROW_HEIGHT}
        rowClass="flex items-center gap-3 hover:bg-ground sm:px-2"
        header={<SharedHeader />}
        headerClass="sr-only"
      >
        {(item) => <SharedCells terms={terms} item={item} onShow={() => show(item.id)} />}
      </EndlessTable>
      {shownId && (
        <SharedPreview
          terms={terms}
          entryId={shownId}
          entries={list.items}
          hasMore={list.hasMore}
          onShow={show}
          onClose={() => setShownId(null)}
        />
      )}
    </>
  );
}

function SharedHeader() {
  const t = useT();
  return (
    <>
      <ColumnHeader>{t("visit.name")}</ColumnHeader>
      <ColumnHeader>{t("visit.size")}</ColumnHeader>
      <ColumnHeader>{t("visit.actions")}</ColumnHeader>
    </>
  );
}

type CellProps = { terms: Terms; item: SharedEntry; onShow: () => void };

function SharedCells({ terms: { shareId, allowDownload }, item, onShow }: CellProps) {
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
          <Link prefetch={false} href={`/s/${shareId}?folder=${item.id}`} className={wholeRow}>
            {name}
          </Link>
        ) : (
          <FileName onShow={onShow}>{name}</FileName>
        )}
      </RowHeader>
      <Cell className="shrink-0 text-muted text-sm tabular-nums">
        {item.size === null ? "" : formatBytes(item.size)}
      </Cell>
      <Cell className="w-11 shrink-0">
        {item.kind === "file" && allowDownload && (
          <a
            href={sharedDownload(shareId, item.id)}
            aria-label={t("visit.downloadOf", { name: item.name })}
            className={buttonClass("quiet", "relative z-10 size-11 px-0 text-accent sm:size-11")}
          >
            <Download aria-hidden="true" className="size-5" />
          </a>
        )}
      </Cell>
    </>
  );
}

/** Opens the file; without a script there is nothing to open it. */
function FileName({ onShow, children }: { onShow: () => void; children: React.ReactNode }) {
  return useIsBrowser() ? (
    <button type="button" className={wholeRow} onClick={onShow}>
      {children}
    </button>
  ) : (
    <span className={nameClass}>{children}</span>
  );
}
