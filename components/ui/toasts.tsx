"use client";

import { createContext, useCallback, useContext, useMemo, useState } from "react";
import { Button } from "./button";

type Toast = { id: number; message: string; undo?: () => void; isError?: boolean };
type Show = (toast: Omit<Toast, "id">) => void;

const ToastContext = createContext<Show>(() => undefined);
const SHOWN_MS = 8000;

/** Shows a short message; with `undo` it offers to take the deed back. */
export const useToast = (): Show => useContext(ToastContext);

export function Toasts({ children }: { children: React.ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const dismiss = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), []);
  const show = useCallback<Show>(
    (toast) => {
      const id = performance.now();
      setToasts((shown) => [...shown.slice(-2), { ...toast, id }]);
      setTimeout(() => dismiss(id), SHOWN_MS);
    },
    [dismiss],
  );
  const value = useMemo(() => show, [show]);
  return (
    <ToastContext value={value}>
      {children}
      <div
        role="status"
        className="pointer-events-none fixed inset-x-4 bottom-24 z-40 grid justify-items-start gap-2 sm:bottom-6"
      >
        {toasts.map((toast) => (
          <div
            key={toast.id}
            className="pointer-events-auto flex items-center gap-4 rounded-xl bg-ink px-4 py-2 text-ground shadow-float"
          >
            <span>{toast.message}</span>
            {toast.undo && (
              <Button
                look="quiet"
                className="min-h-9 px-2 text-ground underline hover:bg-transparent"
                onClick={() => {
                  dismiss(toast.id);
                  toast.undo?.();
                }}
              >
                Undo
              </Button>
            )}
          </div>
        ))}
      </div>
    </ToastContext>
  );
}
