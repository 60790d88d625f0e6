"use client";

import { useEffect, useEffectEvent } from "react";
import { Button } from "./button";
import { useT } from "./texts";

/** Stands in the place of what could not be fetched, and says so; it is fetched again on demand, and when the network is back. */
export function Unreached({ onRetry }: { onRetry: () => void }) {
  const t = useT();
  const retry = useEffectEvent(onRetry);
  useEffect(() => {
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, []);
  return (
    <div role="alert" className="grid h-full content-center justify-items-center gap-4 p-4 text-center">
      <p>{t("ui.unreachable")}</p>
      <Button look="primary" onClick={onRetry}>
        {t("ui.tryAgain")}
      </Button>
    </div>
  );
}
