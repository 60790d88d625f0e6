"use client";

import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { useT } from "@/components/ui/texts";
import { Facts } from "./facts";
import { PdfPage } from "./pdf-page";
import type { ViewProps } from "./view-props";
import { ZoomBar } from "./zoom-bar";

GlobalWorkerOptions.workerSrc = new URL("pdfjs-dist/build/pdf.worker.min.mjs", import.meta.url).toString();

const STEP = 1.25;

/** A PDF drawn page by page. Its scripts, forms and links are data here: nothing of it runs. */
export function PdfView({ entry, url }: ViewProps) {
  const t = useT();
  const [document, setDocument] = useState<PDFDocumentProxy | "failed" | null>(null);
  const [zoom, setZoom] = useState(1);
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The store's own address: what answers a range is not asked through the app each time.
    const leaving = new AbortController();
    const loading = fetch(url, { signal: leaving.signal })
      .then((response) => response.arrayBuffer())
      .then((data) => getDocument({ data, enableXfa: false, useWasm: false }).promise);
    loading.then(setDocument).catch(() => !leaving.signal.aborted && setDocument("failed"));
    return () => {
      leaving.abort();
      void loading.then((opened) => opened.loadingTask.destroy()).catch(() => undefined);
    };
  }, [url]);
  if (document === "failed") return <Facts entry={entry} />;
  if (document === null) {
    return (
      <p role="status" className="grid h-full place-items-center text-[#a5a99f]">
        {t("entries.loading")}
      </p>
    );
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section ref={area} tabIndex={0} aria-label={entry.name} className="h-full overflow-auto">
        <div className="mx-auto grid w-max min-w-full justify-items-center gap-3 px-2 pb-20">
          {Array.from({ length: document.numPages }, (_, index) => index + 1).map((number) => (
            <PdfPage key={number} document={document} number={number} zoom={zoom} />
          ))}
        </div>
      </section>
      <ZoomBar
        percent={Math.round(zoom * 100)}
        onZoom={(isNearer) => setZoom((now) => Math.min(4, Math.max(0.5, now * (isNearer ? STEP : 1 / STEP))))}
      />
    </>
  );
}
