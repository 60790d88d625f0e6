"use client";

import { Button } from "./button";
import { Modal } from "./modal";
import { useT } from "./texts";

type Props = { title: string; text: string; confirm: string; onConfirm: () => void; onClose: () => void };

/** Asks before what can't be taken back. */
export function ConfirmModal({ title, text, confirm, onConfirm, onClose }: Props) {
  const t = useT();
  return (
    <Modal title={title} onClose={onClose}>
      <p className="wrap-anywhere text-muted">{text}</p>
      <div className="mt-6 flex justify-end gap-2">
        <Button data-focus-first onClick={onClose}>
          {t("ui.cancel")}
        </Button>
        <Button
          look="danger"
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {confirm}
        </Button>
      </div>
    </Modal>
  );
}
