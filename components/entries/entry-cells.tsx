"use client";

import Link, { useLinkStatus } from "next/link";
import { Moment } from "@/components/ui/moment";
import { Spinner } from "@/components/ui/spinner";
import { Cell, RowHeader } from "@/components/ui/table-parts";
import type { Entry } from "@/lib/entries/schema";
import { formatBytes } from "@/lib/format";
import type { OpenDialog } from "./entry-dialogs";
import { EntryIcon } from "./entry-icon";
import { EntryMenu } from "./entry-menu";

/** The columns of a folder: all of them on a desk; on a phone when and how big stand below the name. */
export const entryColumns =
  "flex items-center md:grid md:grid-cols-[minmax(0,1fr)_8rem_6rem_2.75rem] md:gap-4 hover:bg-ground sm:px-3";

// The link lies over its whole row, so that a thumb finds it.
const linkClass = "flex h-full items-center gap-3 after:absolute after:inset-0 after:rounded-lg";
/** The cells of one entry's row. */
export function EntryCells({ entry, onOpen }: { entry: Entry; onOpen: OpenDialog }) {
  return (
    <>
      <RowHeader className="h-full min-w-0 flex-1">
        {entry.kind === "folder" ? (
          <Link href={`/drive/${entry.id}`} prefetch={false} className={linkClass}>
            <FolderIcon />
            <NameAndNotes entry={entry} />
          </Link>
        ) : (
          <a
            href={`/api/files/${entry.id}/content?disposition=inline`}
            target="_blank"
            rel="noreferrer"
            className={linkClass}
          >
            <EntryIcon kind={entry.kind} type={entry.type} />
            <NameAndNotes entry={entry} />
          </a>
        )}
      </RowHeader>
      <Cell className="text-muted text-sm max-md:hidden">
        <Moment at={entry.modifiedAt} />
      </Cell>
      <Cell className="text-right text-muted text-sm tabular-nums max-md:hidden">
        {entry.size === null ? <span aria-hidden="true">–</span> : formatBytes(entry.size)}
      </Cell>
      <Cell className="relative -mr-2 text-right">
        <EntryMenu entry={entry} onOpen={onOpen} />
      </Cell>
    </>
  );
}

function NameAndNotes({ entry }: { entry: Entry }) {
  return (
    <span className="grid min-w-0 leading-5">
      <span dir="auto" className="truncate text-left">
        {entry.name}
      </span>
      <span className="truncate text-muted text-sm md:hidden">
        <Moment at={entry.modifiedAt} />
        {entry.size !== null && ` · ${formatBytes(entry.size)}`}
      </span>
    </span>
  );
}

/** Says that the folder is on its way, where the network is slow. */
function FolderIcon() {
  const { pending } = useLinkStatus();
  return pending ? <Spinner /> : <EntryIcon kind="folder" type={null} />;
}
