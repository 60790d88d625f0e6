"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";
import { useT } from "@/components/ui/texts";
import type { Entry } from "@/lib/entries/schema";
import { FolderPicker, type Picked } from "./folder-picker";
import type { Target } from "./use-deeds";

type Props = { entries: Entry[]; opener: HTMLElement | null; onClose: () => void; onMove: (target: Target) => void };

export function MoveDialog({ entries, opener, onClose, onMove }: Props) {
  const t = useT();
  const top: Picked = { id: "root", name: t("entries.myFiles") };
  const [trail, setTrail] = useState<Picked[]>([top]);
  const here = trail.at(-1) ?? top;
  const isThere = entries.every((entry) => here.id === (entry.parentId ?? "root"));
  const title = t("entries.moveTitle", { count: entries.length, name: entries[0]?.name ?? "" });
  const move = () => {
    onMove(here);
    onClose();
  };
  return (
    <Modal title={title} onClose={onClose} opener={opener}>
      <FolderPicker trail={trail} exceptIds={entries.map((entry) => entry.id)} onGo={setTrail} />
      <div className="mt-3 flex flex-wrap items-center justify-end gap-2">
        {isThere && <p className="me-auto text-muted text-sm max-sm:w-full">{t("entries.isHere")}</p>}
        <Button onClick={onClose}>{t("ui.cancel")}</Button>
        <Button look="primary" disabled={isThere} onClick={move}>
          {t("entries.moveHere")}
        </Button>
      </div>
    </Modal>
  );
}
