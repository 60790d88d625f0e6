"use client";

import { Trash2 } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmModal } from "@/components/ui/confirm-modal";
import { EmptyState } from "@/components/ui/empty-state";
import { EndlessTable } from "@/components/ui/endless-table";
import { useEmptied } from "@/components/ui/focus";
import { useRefusal, useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import { usePages } from "@/components/ui/use-pages";
import { emptyTrash, purgeEntries, restoreEntries } from "@/lib/entries/actions";
import type { Entry, Page } from "@/lib/entries/schema";
import { reach } from "@/lib/http/client";
import type { Result } from "@/lib/http/result";
import { TrashCells, TrashHeader, trashColumns } from "./trash-cells";

const ROW_HEIGHT = 60;
const DAY_MS = 24 * 60 * 60 * 1000;

/** `now` is the server's: it is the server that deletes. */
type Props = { first: Page<Entry>; days: number; now: string };

/** What is in the trash, which keeps it for so many days. */
export function TrashList({ first, days, now }: Props) {
  const t = useT();
  const refuse = useRefusal();
  const list = usePages({ path: "/api/trash" }, first);
  const [pending, start] = useTransition();
  const toast = useToast();
  const [doomed, setDoomed] = useState<Entry | "all" | null>(null);
  const run = (work: () => Promise<Result<unknown>>, done: string) =>
    start(async () => {
      const result = await reach(work);
      toast(result.ok ? { message: done } : { message: refuse(result.error), isError: true });
    });
  useEmptied(list.items.length === 0);
  if (list.items.length === 0) {
    return (
      <EmptyState Icon={Trash2} title={t("places.trashEmpty")}>
        {t("places.trashEmptyText", { count: days })}
      </EmptyState>
    );
  }
  const daysLeft = ({ trashedAt }: Entry): number =>
    Math.max(0, Math.ceil((Date.parse(trashedAt ?? now) + days * DAY_MS - Date.parse(now)) / DAY_MS));
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="text-muted">{t("places.trashText", { count: days })}</p>
        <Button look="danger" disabled={pending} onClick={() => setDoomed("all")}>
          <Trash2 aria-hidden="true" className="size-4" /> {t("places.emptyTrash")}
        </Button>
      </div>
      <EndlessTable
        label={t("places.trash")}
        list={list}
        rowHeight={ROW_HEIGHT}
        rowClass={trashColumns}
        header={<TrashHeader />}
        headerClass="border-line border-b py-1 text-muted text-sm *:min-h-9 max-md:sr-only"
      >
        {(entry) => (
          <TrashCells
            entry={entry}
            daysLeft={daysLeft(entry)}
            isDisabled={pending}
            onRestore={() =>
              run(() => restoreEntries({ entryIds: [entry.id] }), t("places.isBack", { name: entry.name }))
            }
            onPurge={() => setDoomed(entry)}
          />
        )}
      </EndlessTable>
      {doomed === "all" && (
        <ConfirmModal
          title={t("places.emptyTrashTitle")}
          text={t("places.emptyTrashText")}
          confirm={t("places.deleteAll")}
          onConfirm={() => run(() => emptyTrash({}), t("places.trashIsEmpty"))}
          onClose={() => setDoomed(null)}
        />
      )}
      {doomed && doomed !== "all" && (
        <ConfirmModal
          title={t("places.purgeTitle", { name: doomed.name })}
          text={t("places.purgeText")}
          confirm={t("places.purgeConfirm")}
          onConfirm={() => run(() => purgeEntries({ entryIds: [doomed.id] }), t("places.purged"))}
          onClose={() => setDoomed(null)}
        />
      )}
    </>
  );
}
