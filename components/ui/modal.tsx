"use client";

import { X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "./button";
import { giveFocus } from "./focus";
import { useT } from "./texts";
import { useToastStage } from "./toasts";

const DOUBLE_CLICK_MS = 500;

type Props = {
  title: string;
  onClose: () => void;
  /** What the focus goes back to, where it was not on it before: a menu's item is gone by then. */
  opener?: HTMLElement | null;
  /** It says itself what it is about, and stays wherever one goes. */
  staysOver?: boolean;
  children: React.ReactNode;
};

/**
 * A dialog over the page, by the browser's own element: it traps focus, closes on Escape and on a click beside it, and is a
 * sheet at the bottom of a phone.
 */
export function Modal({ title, onClose, opener, staysOver = false, children }: Props) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  const before = useRef<Element>(null);
  const place = usePathname();
  const [openedAt] = useState(place);
  const [isSettled, setSettled] = useState(false);
  const leave = useEffectEvent(onClose);
  useToastStage(dialog);
  useEffect(() => {
    before.current = document.activeElement;
    dialog.current?.showModal();
    // Left alone, the browser would focus the first button, which closes.
    const first = dialog.current?.querySelector<HTMLElement>("[data-focus-first]");
    (first ?? dialog.current)?.focus();
    // The second click of a double click is none beside the dialog.
    const timer = setTimeout(() => setSettled(true), DOUBLE_CLICK_MS);
    return () => clearTimeout(timer);
  }, []);
  // Only when the dialog is out of the page can anything else be focused.
  useEffect(() => () => giveFocus(opener ?? before.current), [opener]);
  // It belongs to the place that it was opened at.
  useEffect(() => {
    if (place !== openedAt && !staysOver) leave();
  }, [place, openedAt, staysOver]);
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      tabIndex={-1}
      closedby={isSettled ? "any" : "closerequest"}
      onClose={onClose}
      className="m-auto max-h-[min(44rem,calc(100dvh-2rem))] max-sm:max-h-[calc(100dvh-2rem)] w-[min(30rem,calc(100vw-2rem))] animate-[rise_150ms_ease-out] overscroll-contain rounded-2xl border border-line bg-surface p-6 pt-4 text-start text-ink shadow-float outline-none max-sm:mb-0 max-sm:w-full max-sm:max-w-none max-sm:rounded-b-none max-sm:px-4 max-sm:pb-[max(1rem,env(safe-area-inset-bottom))]"
    >
      <div className="mb-4 flex items-start justify-between gap-3">
        <h2 className="wrap-anywhere line-clamp-2 pt-2 font-semibold text-lg leading-7">
          <bdi>{title}</bdi>
        </h2>
        <Button
          look="quiet"
          aria-label={t("ui.close")}
          className="-me-2 size-11 shrink-0 px-0 text-muted sm:size-11"
          onClick={onClose}
        >
          <X aria-hidden="true" className="size-5" />
        </Button>
      </div>
      {children}
    </dialog>
  );
}
