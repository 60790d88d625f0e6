"use client";

import { useT } from "@/components/ui/texts";

/** Stands where a file is still on its way. */
export function Loading() {
  const t = useT();
  return (
    <p role="status" className="grid h-full place-items-center opacity-70">
      {t("ui.loading")}
    </p>
  );
}
