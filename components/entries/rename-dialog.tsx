"use client";

import { Modal } from "@/components/ui/modal";
import { renameEntry } from "@/lib/entries/actions";
import type { Entry } from "@/lib/entries/schema";
import { NameForm } from "./name-form";

export function RenameDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const save = (name: string) => renameEntry({ entryId: entry.id, name });
  return (
    <Modal title={`Rename ${entry.name}`} onClose={onClose}>
      <NameForm label="Name" name={entry.name} submit="Rename" save={save} onDone={onClose} />
    </Modal>
  );
}
