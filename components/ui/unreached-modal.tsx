"use client";

import { Modal } from "./modal";
import { Unreached } from "./unreached";

type Props = { title: string; onClose: () => void; onRetry: () => void };

/** Stands for what would lie over the page and could not be fetched. */
export const UnreachedModal = ({ title, onClose, onRetry }: Props) => (
  <Modal title={title} onClose={onClose}>
    <Unreached onRetry={onRetry} />
  </Modal>
);
