"use client";

import { PageHead } from "./page-head";
import { useT } from "./texts";

/** A row that is still on its way. */
export function SkeletonRow({ style }: { style: React.CSSProperties }) {
  return (
    <div
      aria-hidden="true"
      style={style}
      className="absolute inset-x-0 flex animate-pulse items-center gap-3 border-line border-b sm:px-3"
    >
      <span className="size-9 shrink-0 rounded-lg bg-raised" />
      <span className="h-3.5 w-2/5 rounded-full bg-raised" />
      <span className="ms-auto hidden h-3.5 w-20 rounded-full bg-raised md:block" />
    </div>
  );
}

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7];
const ROW_HEIGHT = 56;

/** A page with a list, while it loads. Its rows appear after a moment: what comes at once should not flicker. */
export function SkeletonPage({ title }: { title: string }) {
  const t = useT();
  return (
    <>
      <PageHead title={title} />
      <p role="status" className="sr-only">
        {t("ui.loading")}
      </p>
      <div className="relative animate-[appear_200ms_200ms_both]" style={{ height: ROWS.length * ROW_HEIGHT }}>
        {ROWS.map((row) => (
          <SkeletonRow key={row} style={{ top: row * ROW_HEIGHT, height: ROW_HEIGHT }} />
        ))}
      </div>
    </>
  );
}
