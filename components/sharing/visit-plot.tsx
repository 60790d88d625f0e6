"use client";

import { useT } from "@/components/ui/texts";
import { useAnswer } from "@/components/ui/use-answer";
import type { ShareVisits } from "@/lib/sharing/schema";

const WIDTH = 3;
const GAP = 1;
const HEIGHT = 28;

/** How often a link was opened and, darker, downloaded: a bar a day. A day without either is a hair. */
export function VisitPlot({ shareId }: { shareId: string }) {
  const t = useT();
  const days = useAnswer<ShareVisits>(`/api/shares/${shareId}/visits`)?.days ?? [];
  const most = Math.max(4, ...days.map(({ opens, downloads }) => Math.max(opens, downloads)));
  const sum = (kind: "opens" | "downloads") => days.reduce((total, day) => total + day[kind], 0);
  const heightOf = (count: number) => (count / most) * HEIGHT;
  const width = 30 * (WIDTH + GAP);
  if (days.length === 0) return <span style={{ display: "block", width, height: HEIGHT }} />;
  const said = t("sharing.plot", {
    opens: t("sharing.opens", { count: sum("opens") }),
    downloads: t("sharing.downloads", { count: sum("downloads") }),
  });
  return (
    <svg role="img" aria-label={said} width={width} height={HEIGHT} className="rtl:-scale-x-100">
      <title>{said}</title>
      {days.map(({ day, opens, downloads }, index) => {
        const x = index * (WIDTH + GAP);
        return (
          <g key={day}>
            <Bar x={x} height={1} className="fill-line" />
            <Bar x={x} height={heightOf(opens)} className="fill-accent/35" />
            <Bar x={x} height={heightOf(downloads)} className="fill-accent" />
          </g>
        );
      })}
    </svg>
  );
}

const Bar = ({ x, height, className }: { x: number; height: number; className: string }) => (
  <rect x={x} y={HEIGHT - height} width={WIDTH} height={height} className={className} />
);
