"use client";

import { Modal } from "@/components/ui/modal";
import { useT } from "@/components/ui/texts";
import type { Result } from "@/lib/http/result";
import type { EntryDialogProps } from "./entry-dialog-props";
import { NameForm } from "./name-form";
import { stemLength } from "./rename-field";

type Props = EntryDialogProps & { onRename: (name: string) => Promise<Result<unknown>> };

export function RenameDialog({ entry, opener, onClose, onRename }: Props) {
  const t = useT();
  return (
    <Modal title={t("entries.renameTitle", { name: entry.name })} onClose={onClose} opener={opener}>
      <NameForm
        label={t("entries.name")}
        name={entry.name}
        selected={stemLength(entry)}
        submit={t("entries.renameDo")}
        save={onRename}
        onDone={onClose}
      />
    </Modal>
  );
}
