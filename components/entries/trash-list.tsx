"use client";

import { Trash2 } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toasts";
import { emptyTrash, purgeEntries, restoreEntries } from "@/lib/entries/actions";
import type { Entry } from "@/lib/entries/schema";
import type { Result } from "@/lib/http/result";
import { EntryIcon } from "./entry-icon";

export function TrashList({ items }: { items: Entry[] }) {
  const [pending, start] = useTransition();
  const toast = useToast();
  const run = (work: () => Promise<Result<unknown>>, done: string) =>
    start(async () => {
      const result = await work();
      toast({ message: result.ok ? done : result.error.message });
    });
  if (items.length === 0) return <p className="py-24 text-center text-muted">The trash is empty.</p>;
  return (
    <>
      <Button look="danger" disabled={pending} onClick={() => run(() => emptyTrash({}), "The trash is empty")}>
        <Trash2 aria-hidden="true" className="size-4" /> Empty trash
      </Button>
      <ul aria-label="Trash" className="mt-3">
        {items.map((entry) => (
          <li key={entry.id} className="flex min-h-14 flex-wrap items-center gap-3 border-line border-b py-1">
            <EntryIcon kind={entry.kind} type={entry.type} />
            <span dir="auto" className="min-w-0 flex-1 truncate">
              {entry.name}
            </span>
            <Button
              aria-label={`Restore ${entry.name}`}
              disabled={pending}
              onClick={() => run(() => restoreEntries({ entryIds: [entry.id] }), "Restored")}
            >
              Restore
            </Button>
            <Button
              look="danger"
              aria-label={`Delete ${entry.name} for good`}
              disabled={pending}
              onClick={() => run(() => purgeEntries({ entryIds: [entry.id] }), "Deleted for good")}
            >
              Delete
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
