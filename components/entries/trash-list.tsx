"use client";

import { Trash2 } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmModal } from "@/components/ui/confirm-modal";
import { EmptyState } from "@/components/ui/empty-state";
import { EndlessTable } from "@/components/ui/endless-table";
import { useToast } from "@/components/ui/toasts";
import { usePages } from "@/components/ui/use-pages";
import { emptyTrash, purgeEntries, restoreEntries } from "@/lib/entries/actions";
import type { Entry, Page } from "@/lib/entries/schema";
import type { Result } from "@/lib/http/result";
import { TrashCells, TrashHeader, trashColumns } from "./trash-cells";

const ROW_HEIGHT = 60;

type Props = { first: Page<Entry>; days: number };

/** What is in the trash, which keeps it for so many days. */
export function TrashList({ first, days }: Props) {
  const list = usePages({ path: "/api/trash" }, first);
  const [pending, start] = useTransition();
  const toast = useToast();
  const [doomed, setDoomed] = useState<Entry | "all" | null>(null);
  const run = (work: () => Promise<Result<unknown>>, done: string) =>
    start(async () => {
      const result = await work();
      toast(result.ok ? { message: done } : { message: result.error.message, isError: true });
    });
  if (list.items.length === 0) {
    return (
      <EmptyState Icon={Trash2} title="The trash is empty.">
        What you delete waits here for {days} days, in case you want it back.
      </EmptyState>
    );
  }
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="text-muted">What is here is deleted for good after {days} days.</p>
        <Button look="danger" disabled={pending} onClick={() => setDoomed("all")}>
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
            onPurge={() => setDoomed(entry)}
          />
        )}
      </EndlessTable>
      {doomed === "all" && (
        <ConfirmModal
          title="Empty the trash?"
          text="Everything in it is deleted for good. It can't be taken back."
          confirm="Delete all"
          onConfirm={() => run(() => emptyTrash({}), "The trash is empty")}
          onClose={() => setDoomed(null)}
        />
      )}
      {doomed && doomed !== "all" && (
        <ConfirmModal
          title={`Delete “${doomed.name}”?`}
          text="It is deleted for good, with all its versions. It can't be taken back."
          confirm="Delete for good"
          onConfirm={() => run(() => purgeEntries({ entryIds: [doomed.id] }), "Deleted for good")}
          onClose={() => setDoomed(null)}
        />
      )}
    </>
  );
}
