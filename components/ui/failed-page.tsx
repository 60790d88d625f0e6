"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Button } from "./button";
import { PageNotice } from "./page-notice";
import { useT } from "./texts";

export type Failure = { error: Error & { digest?: string }; reset: () => void };

/** A page that could not be drawn. Trying again asks the server again. */
export function FailedPage({ error, reset }: Failure) {
  const t = useT();
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <div role="alert">
      <PageNotice
        picture={<path d="M12 12v4M12 20h.01M8.1 16.9A7 7 0 1 1 15.7 8h1.8a4.5 4.5 0 0 1 0 9h-1.6" />}
        tone="bg-danger/10 text-danger"
        title={t("ui.failedTitle")}
        text={t("ui.failedText")}
      >
        <Button look="primary" className="mt-6" onClick={retry}>
          {t("ui.tryAgain")}
        </Button>
        {error.digest && <p className="mt-6 text-muted text-sm">{t("ui.failedReport", { digest: error.digest })}</p>}
      </PageNotice>
    </div>
  );
}
