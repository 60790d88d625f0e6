"use client";

import { Modal } from "@/components/ui/modal";
import { useT } from "@/components/ui/texts";
import { createFolder } from "@/lib/entries/actions";
import { reach } from "@/lib/http/client";
import { NameForm } from "./name-form";

type Props = {
  folderId: string;
  opener: HTMLElement | null;
  onClose: () => void;
  /** Told the name, where the new folder does not show by itself. */
  onMade?: (name: string) => void;
};

export function NewFolderDialog({ folderId, opener, onClose, onMade }: Props) {
  const t = useT();
  const create = async (name: string) => {
    const result = await reach(() => createFolder({ parentId: folderId, name }));
    if (result.ok) onMade?.(result.value.name);
    return result;
  };
  return (
    <Modal title={t("entries.newFolder")} onClose={onClose} opener={opener}>
      <NameForm label={t("entries.name")} submit={t("entries.create")} save={create} onDone={onClose} />
    </Modal>
  );
}
