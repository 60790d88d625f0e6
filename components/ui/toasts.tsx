"use client";

import { createContext, useCallback, useContext, useEffect, useEffectEvent, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "./button";
import { handsFocusBack } from "./focus";
import { useT } from "./texts";

type Toast = {
  id: number;
  message: string;
  undo?: () => void;
  isError?: boolean;
  /** How far it is, of what goes on: it stays until its end is shown under the same id. */
  progress?: string;
};
type Show = (toast: (Omit<Toast, "id"> & { id?: number }) | null) => void;

const ToastContext = createContext<Show>(() => undefined);
const StageContext = createContext<(stage: HTMLElement) => (() => void) | undefined>(() => undefined);
const SHOWN_MS = 8000;

/** Shows a short message; with `undo` it offers to take the deed back. Null takes the last one away: another deed has begun. */
export const useToast = (): Show => useContext(ToastContext);

/** While a modal dialog is open all else is inert: what is said then is shown, and can be pressed, in the dialog. */
export function useToastStage(dialog: React.RefObject<HTMLElement | null>): void {
  const takeStage = useContext(StageContext);
  useEffect(() => (dialog.current ? takeStage(dialog.current) : undefined), [dialog, takeStage]);
}

export function Toasts({ children }: { children: React.ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const dismiss = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), []);
  const show = useCallback<Show>((toast) => {
    const id = toast?.id ?? performance.now();
    // What was done last is what "Undo" speaks of; only what went wrong, and what goes on, stays beside it.
    setToasts((shown) => [
      ...shown.filter((each) => each.id !== id && (each.isError || each.progress)).slice(-2),
      ...(toast ? [{ ...toast, id }] : []),
    ]);
  }, []);
  const [stages, setStages] = useState<HTMLElement[]>([]);
  const takeStage = useCallback((stage: HTMLElement) => {
    setStages((known) => [...known, stage]);
    return () => setStages((known) => known.filter((each) => each !== stage));
  }, []);
  const value = useMemo(() => show, [show]);
  const cards = toasts.map((toast) => <ToastCard key={toast.id} toast={toast} onEnd={() => dismiss(toast.id)} />);
  const stage = stages.at(-1);
  return (
    <ToastContext value={value}>
      <StageContext value={takeStage}>{children}</StageContext>
      {stage ? (
        createPortal(
          <div role="status" className={`${regionClass} top-16 sm:top-auto sm:bottom-6`}>
            {cards}
          </div>,
          stage,
        )
      ) : (
        <div role="status" className={`${regionClass} ${besideTray}`}>
          {cards}
        </div>
      )}
    </ToastContext>
  );
}

const regionClass = "pointer-events-none fixed inset-x-4 z-40 grid justify-items-center gap-2";
// The tray of uploads has things to press: what is said stands beside it, or above it where there is no room.
const besideTray =
  "bottom-[calc(9.25rem+env(safe-area-inset-bottom))] sm:bottom-6 lg:[body:has([data-tray])_&]:end-[29rem] max-lg:[body:has([data-tray])_&]:bottom-[calc(max(13.25rem,var(--tray-height,0px)+5rem)+env(safe-area-inset-bottom))]";

function ToastCard({ toast, onEnd }: { toast: Toast; onEnd: () => void }) {
  const t = useT();
  const [isOver, setOver] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    // It does not go from under the pointer or the focus that has come to it (WCAG 2.2.1).
    if (toast.progress || isOver || hasFocus) return;
    const timer = setTimeout(() => end(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, isOver, hasFocus]);
  const undo = () => {
    onEnd();
    toast.undo?.();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices who has come to it; what is pressed is a button
    <div
      ref={handsFocusBack}
      onPointerEnter={() => setOver(true)}
      onPointerLeave={() => setOver(false)}
      onFocus={() => setFocus(true)}
      onBlur={() => setFocus(false)}
      className={`pointer-events-auto flex min-h-12 max-w-full animate-[rise_150ms_ease-out] items-center gap-3 rounded-xl px-4 py-1.5 shadow-float forced-colors:border ${toast.isError ? "bg-danger text-surface" : "bg-ink text-ground"}`}
    >
      <span className="wrap-anywhere line-clamp-5 min-w-0 py-1 leading-5 sm:line-clamp-3">{toast.message}</span>
      {toast.progress && (
        // Seen, not said: a screen reader would read each step.
        <span aria-hidden="true" className="ms-auto shrink-0 tabular-nums opacity-80">
          {toast.progress}
        </span>
      )}
      {toast.undo && (
        <Button
          look="quiet"
          data-undo
          className="-me-2.5 shrink-0 px-3 text-ground underline underline-offset-4 hover:bg-transparent sm:min-h-9"
          onClick={undo}
        >
          {t("ui.undo")}
        </Button>
      )}
    </div>
  );
}
