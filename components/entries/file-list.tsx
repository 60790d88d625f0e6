"use client";

import { FolderOpen } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Entry, Order, Page, Sort } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import { EntryRow } from "./entry-row";

type Props = { folderId: string; first: Page<Entry>; sort: Sort; order: Order };

/** A folder's rows: the first page is the server's and follows every change; the rest is fetched as it is asked for. */
export function FileList({ folderId, first, sort, order }: Props) {
  const [more, setMore] = useState<{ after: string | null; items: Entry[]; cursor: string | null } | null>(null);
  const isCurrent = more?.after === first.nextCursor;
  const cursor = more && isCurrent ? more.cursor : first.nextCursor;
  const shown = more && isCurrent ? [...first.items, ...more.items] : first.items;
  const loadMore = async () => {
    const query = new URLSearchParams({ parent: folderId, sort, order, limit: "200", cursor: cursor ?? "" });
    const result = await callApi<Page<Entry>>(`/api/files?${query}`);
    if (!result.ok) return;
    const before = isCurrent ? (more?.items ?? []) : [];
    setMore({ after: first.nextCursor, items: [...before, ...result.value.items], cursor: result.value.nextCursor });
  };
  if (shown.length === 0) return <EmptyFolder />;
  return (
    <>
      <table aria-label="Files" className="w-full table-fixed text-left">
        <tbody>
          {shown.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
      {cursor && (
        <Button className="mx-auto my-4 flex" onClick={loadMore}>
          Show more
        </Button>
      )}
    </>
  );
}

function EmptyFolder() {
  return (
    <div className="grid place-items-center px-4 py-24 text-center">
      <FolderOpen aria-hidden="true" className="size-12 text-accent" strokeWidth={1.25} />
      <p className="mt-4 font-semibold text-lg">Nothing here yet</p>
      <p className="mt-1 text-muted">Drop files or folders anywhere, or use New.</p>
    </div>
  );
}
