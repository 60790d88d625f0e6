"use client";

import { Modal } from "@/components/ui/modal";
import { useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import { createFolder } from "@/lib/entries/actions";
import { reach } from "@/lib/http/client";
import { madeFolder } from "./made-folder";
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
  const toast = useToast();
  const create = async (name: string) => {
    const result = await reach(() => createFolder({ parentId: folderId, name }));
    if (!result.ok) return result;
    if (onMade) onMade(result.value.name);
    else {
      madeFolder.set(result.value.id);
      toast({ message: t("entries.folderIsMade", { name: result.value.name }) });
    }
    return result;
  };
  return (
    <Modal title={t("entries.newFolder")} onClose={onClose} opener={opener}>
      <NameForm label={t("entries.name")} submit={t("entries.create")} save={create} onDone={onClose} />
    </Modal>
  );
}
