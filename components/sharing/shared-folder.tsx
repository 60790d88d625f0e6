import { Download } from "lucide-react";
import Link from "next/link";
import { EntryIcon } from "@/components/entries/entry-icon";
import { buttonClass } from "@/components/ui/button";
import { formatBytes } from "@/lib/format";
import type { SharedEntry } from "@/lib/sharing/schema";

type Props = { shareId: string; items: SharedEntry[]; allowDownload: boolean };

export function SharedFolder({ shareId, items, allowDownload }: Props) {
  if (items.length === 0) return <p className="py-10 text-center text-muted">This folder is empty.</p>;
  return (
    <ul aria-label="Files" className="mt-6 border-line border-t">
      {items.map((item) => (
        <li key={item.id} className="flex min-h-14 items-center gap-3 border-line border-b">
          <EntryIcon kind={item.kind} type={item.type} />
          {item.kind === "folder" ? (
            <Link
              prefetch={false}
              href={`/s/${shareId}?folder=${item.id}`}
              className="min-w-0 flex-1 truncate underline-offset-4 hover:underline"
            >
              {item.name}
            </Link>
          ) : (
            <span dir="auto" className="min-w-0 flex-1 truncate">
              {item.name}
            </span>
          )}
          <span className="text-muted text-sm">{item.size === null ? "" : formatBytes(item.size)}</span>
          {item.kind === "file" && allowDownload && (
            <a
              href={`/s/${shareId}/download?file=${item.id}`}
              aria-label={`Download ${item.name}`}
              className={buttonClass("quiet", "px-3")}
            >
              <Download aria-hidden="true" className="size-4" />
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
