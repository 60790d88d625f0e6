"use client";

import { useT } from "@/components/ui/texts";
import { useFormats } from "@/components/ui/use-formats";

const NEARLY_FULL = 0.9;

type Props = { usedBytes: number; quotaBytes: number; isNote?: boolean };

/** How full the drive is. Inside of a menu, which can hold no meter, it is a note with a picture. */
export function StorageMeter({ usedBytes, quotaBytes, isNote = false }: Props) {
  const t = useT();
  const { formatBytes } = useFormats();
  const share = Math.min(1, usedBytes / quotaBytes);
  const said = t("shell.storageUsed", { used: formatBytes(usedBytes), total: formatBytes(quotaBytes) });
  const meter = {
    role: "meter",
    "aria-label": t("shell.storage"),
    "aria-valuemin": 0,
    "aria-valuemax": quotaBytes,
    "aria-valuenow": Math.min(usedBytes, quotaBytes),
    "aria-valuetext": said,
  };
  return (
    <div className="grid gap-2 text-muted text-sm">
      <div
        {...(isNote ? { "aria-hidden": true } : meter)}
        className="h-1.5 overflow-hidden rounded-full bg-line forced-colors:border"
      >
        <div
          // A hair of it shows as soon as anything is there.
          style={{ width: usedBytes > 0 ? `max(0.375rem, ${share * 100}%)` : 0 }}
          className={`h-full rounded-full forced-colors:bg-[Highlight] ${share > NEARLY_FULL ? "bg-danger" : "bg-accent"}`}
        />
      </div>
      <p className="tabular-nums">{said}</p>
    </div>
  );
}
