"use client";

import { Modal } from "@/components/ui/modal";
import { renameEntry } from "@/lib/entries/actions";
import type { EntryDialogProps } from "./entry-dialog-props";
import { NameForm } from "./name-form";

export function RenameDialog({ entry, opener, onClose }: EntryDialogProps) {
  const dot = entry.kind === "file" ? entry.name.lastIndexOf(".") : -1;
  const stem = dot > 0 ? dot : entry.name.length;
  const save = (name: string) => renameEntry({ entryId: entry.id, name });
  return (
    <Modal title={`Rename ${entry.name}`} onClose={onClose} opener={opener}>
      <NameForm label="Name" name={entry.name} selected={stem} submit="Rename" save={save} onDone={onClose} />
    </Modal>
  );
}
