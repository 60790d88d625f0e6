"use client";

import { PageHead } from "./page-head";
import { SkeletonRow } from "./skeleton-row";
import { useT } from "./texts";

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
      <div
        aria-busy="true"
        className="relative animate-[appear_200ms_200ms_both]"
        style={{ height: ROWS.length * ROW_HEIGHT }}
      >
        {ROWS.map((row) => (
          <SkeletonRow key={row} style={{ top: row * ROW_HEIGHT, height: ROW_HEIGHT }} />
        ))}
      </div>
    </>
  );
}
