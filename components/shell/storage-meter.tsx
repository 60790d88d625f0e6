import { formatBytes } from "@/lib/format";

export function StorageMeter({ usedBytes, quotaBytes }: { usedBytes: number; quotaBytes: number }) {
  return (
    <div className="hidden px-3 text-muted text-sm sm:block">
      <meter aria-label="Storage used" value={usedBytes} max={quotaBytes} className="h-2 w-full" />
      <p>
        {formatBytes(usedBytes)} of {formatBytes(quotaBytes)} used
      </p>
    </div>
  );
}
