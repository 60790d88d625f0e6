"use client";

import { Trash2 } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { EndlessTable } from "@/components/ui/endless-table";
import { useToast } from "@/components/ui/toasts";
import { usePages } from "@/components/ui/use-pages";
import { emptyTrash, purgeEntries, restoreEntries } from "@/lib/entries/actions";
import type { Entry, Page } from "@/lib/entries/schema";
import type { Result } from "@/lib/http/result";
import { TrashCells, TrashHeader, trashColumns } from "./trash-cells";

const ROW_HEIGHT = 60;

export function TrashList({ first }: { first: Page<Entry> }) {
  const list = usePages({ path: "/api/trash" }, first);
  const [pending, start] = useTransition();
  const toast = useToast();
  const run = (work: () => Promise<Result<unknown>>, done: string) =>
    start(async () => {
      const result = await work();
      toast(result.ok ? { message: done } : { message: result.error.message, isError: true });
    });
  if (list.items.length === 0) {
    return (
      <EmptyState Icon={Trash2} title="The trash is empty.">
        What you delete waits here for 30 days, in case you want it back.
      </EmptyState>
    );
  }
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="text-muted">What is here is deleted for good after 30 days.</p>
        <Button look="danger" disabled={pending} onClick={() => run(() => emptyTrash({}), "The trash is empty")}>
          <Trash2 aria-hidden="true" className="size-4" /> Empty trash
        </Button>
      </div>
      <EndlessTable
        label="Trash"
        list={list}
        rowHeight={ROW_HEIGHT}
        rowClass={trashColumns}
        header={<TrashHeader />}
        headerClass="border-line border-b pb-2 text-muted text-sm max-md:sr-only"
      >
        {(entry) => (
          <TrashCells
            entry={entry}
            isDisabled={pending}
            onRestore={() => run(() => restoreEntries({ entryIds: [entry.id] }), `“${entry.name}” is back`)}
            onPurge={() => run(() => purgeEntries({ entryIds: [entry.id] }), "Deleted for good")}
          />
        )}
      </EndlessTable>
    </>
  );
}
