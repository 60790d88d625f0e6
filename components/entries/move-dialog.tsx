"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";
import { useToast } from "@/components/ui/toasts";
import { moveEntries } from "@/lib/entries/actions";
import type { EntryDialogProps } from "./entry-dialog-props";
import { FolderPicker, type Picked } from "./folder-picker";

const TOP: Picked = { id: "root", name: "My files" };

export function MoveDialog({ entry, opener, onClose }: EntryDialogProps) {
  const [trail, setTrail] = useState<Picked[]>([TOP]);
  const [error, setError] = useState<string>();
  const [pending, start] = useTransition();
  const toast = useToast();
  const here = trail.at(-1) ?? TOP;
  const isThere = here.id === (entry.parentId ?? "root");
  const go = (next: Picked[]) => {
    setError(undefined);
    setTrail(next);
  };
  const move = () =>
    start(async () => {
      const result = await moveEntries({ entryIds: [entry.id], parentId: here.id });
      if (!result.ok) return setError(result.error.message);
      const back = entry.parentId ?? "root";
      const undo = async () => {
        const undone = await moveEntries({ entryIds: [entry.id], parentId: back });
        if (!undone.ok) toast({ message: undone.error.message, isError: true });
      };
      toast({ message: `Moved to ${here.name}`, undo });
      onClose();
    });
  return (
    <Modal title={`Move ${entry.name}`} onClose={onClose} opener={opener}>
      <FolderPicker trail={trail} exceptId={entry.id} onGo={go} />
      <p role="alert" className="mb-3 min-h-6 text-danger empty:min-h-0">
        {error}
      </p>
      <div className="flex flex-wrap items-center justify-end gap-2">
        {isThere && <p className="mr-auto text-muted text-sm max-sm:w-full">It is here already.</p>}
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" disabled={pending || isThere} onClick={move}>
          Move here
        </Button>
      </div>
    </Modal>
  );
}
