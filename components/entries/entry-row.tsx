"use client";

import Link from "next/link";
import type { Entry } from "@/lib/entries/schema";
import { formatBytes, formatDay } from "@/lib/format";
import { EntryIcon } from "./entry-icon";
import { EntryMenu } from "./entry-menu";

export function EntryRow({ entry }: { entry: Entry }) {
  const name = (
    <>
      <EntryIcon kind={entry.kind} type={entry.type} />
      <span dir="auto" className="truncate">
        {entry.name}
      </span>
    </>
  );
  const nameClass = "flex min-h-12 items-center gap-3 rounded-lg";
  return (
    <tr className="border-line border-b last:border-0 hover:bg-ground">
      <th scope="row" className="font-normal">
        {entry.kind === "folder" ? (
          <Link href={`/drive/${entry.id}`} className={nameClass}>
            {name}
          </Link>
        ) : (
          <a
            href={`/api/files/${entry.id}/content?disposition=inline`}
            target="_blank"
            rel="noreferrer"
            className={nameClass}
          >
            {name}
          </a>
        )}
      </th>
      <td className="hidden w-36 text-muted text-sm md:table-cell">
        <time dateTime={entry.modifiedAt} title={entry.modifiedAt}>
          {formatDay(entry.modifiedAt)}
        </time>
      </td>
      <td className="hidden w-24 text-right text-muted text-sm tabular-nums sm:table-cell">
        {entry.size === null ? "" : formatBytes(entry.size)}
      </td>
      <td className="w-14 text-right">
        <EntryMenu entry={entry} />
      </td>
    </tr>
  );
}
