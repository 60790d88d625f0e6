"use client";

import { useEffect, useRef } from "react";

type Props = { title: string; onClose: () => void; children: React.ReactNode };

/** A dialog over the page, by the browser's own element: it traps focus, closes on Escape and gives focus back. */
export function Modal({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={onClose}
      className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded-2xl border border-line bg-surface p-6 text-left text-ink shadow-float"
    >
      <h2 className="mb-4 font-semibold text-lg">{title}</h2>
      {children}
    </dialog>
  );
}
