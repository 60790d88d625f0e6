import { Minus, Plus } from "lucide-react";
import { useT } from "@/components/ui/texts";

const look = "grid size-11 place-items-center rounded-full hover:bg-white/10";

/** How near one is, and nearer and further. */
export function ZoomBar({ percent, onZoom }: { percent: number; onZoom: (isNearer: boolean) => void }) {
  const t = useT();
  return (
    <div
      data-zoom
      className="absolute bottom-4 left-1/2 flex -translate-x-1/2 items-center rounded-full bg-black/70 text-white"
    >
      <button type="button" aria-label={t("preview.zoomOut")} className={look} onClick={() => onZoom(false)}>
        <Minus aria-hidden="true" className="size-5" />
      </button>
      <output className="w-14 text-center text-sm tabular-nums">{percent} %</output>
      <button type="button" aria-label={t("preview.zoomIn")} className={look} onClick={() => onZoom(true)}>
        <Plus aria-hidden="true" className="size-5" />
      </button>
    </div>
  );
}
