"use client";

import { useEffect, useState } from "react";
import { useT } from "@/components/ui/texts";
import { callApi } from "@/lib/http/client";
import type { ShareVisits } from "@/lib/sharing/schema";

const WIDTH = 3;
const GAP = 1;
const HEIGHT = 28;

/** How often a link was opened and, darker, downloaded: a bar a day. A day without either is a hair. */
export function VisitPlot({ shareId }: { shareId: string }) {
  const t = useT();
  const [days, setDays] = useState<ShareVisits["days"]>([]);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const ask = () =>
      callApi<ShareVisits>(`/api/shares/${shareId}/visits`, { signal })
        .then((result) => result.ok && setDays(result.value.days))
        .catch(() => undefined);
    void ask();
    window.addEventListener("online", ask, { signal });
    return () => leaving.abort();
  }, [shareId]);
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
