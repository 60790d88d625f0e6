"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Button } from "./button";
import { useT } from "./texts";

export type Failure = { error: Error & { digest?: string }; reset: () => void };

/**
 * A page that could not be drawn. Trying again asks the server again. Its picture is drawn by hand: it is part of every other page,
 * which need not carry a set of icons for it.
 */
export function FailedPage({ error, reset }: Failure) {
  const t = useT();
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <div role="alert" className="grid justify-items-center px-4 py-20 text-center">
      <span className="grid size-20 place-items-center rounded-3xl bg-danger/10 text-danger">
        <svg
          aria-hidden="true"
          viewBox="0 0 24 24"
          className="size-9 fill-none stroke-current"
          strokeWidth={1.5}
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <path d="M12 12v4M12 20h.01M8.1 16.9A7 7 0 1 1 15.7 8h1.8a4.5 4.5 0 0 1 0 9h-1.6" />
        </svg>
      </span>
      <h1 className="mt-5 font-semibold text-2xl tracking-tight">{t("ui.failedTitle")}</h1>
      <p className="mt-1.5 max-w-sm text-balance text-muted">{t("ui.failedText")}</p>
      <Button look="primary" className="mt-6" onClick={retry}>
        {t("ui.tryAgain")}
      </Button>
      {error.digest && <p className="mt-6 text-muted text-sm">{t("ui.failedReport", { digest: error.digest })}</p>}
    </div>
  );
}
