"use client";

import { FailedRow } from "@/components/ui/failed-row";
import { later } from "@/components/ui/later";
import { useT } from "@/components/ui/texts";

/** A shared file over the page. Most of what is shared is never looked at here, and then its code does not come. */
export const SharedPreview = later(() => import("./shared-preview").then((m) => m.SharedPreview), Failed);

/** A shared file on the page. */
export const SharedLook = later(() => import("./shared-look").then((m) => m.SharedLook), Failed);

function Failed({ onRetry }: { onRetry: () => void }) {
  const t = useT();
  return (
    <div className="fixed inset-x-4 bottom-4 z-30 mx-auto max-w-lg rounded-2xl border border-line bg-surface px-4 text-start shadow-float">
      <FailedRow error={t("ui.unreachable")} onRetry={onRetry} />
    </div>
  );
}
