"use client";

import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useState } from "react";
import { Facts } from "./facts";
import { Loading } from "./loading";
import { NotShown } from "./not-shown";
import { PdfPage } from "./pdf-page";
import { useRoom } from "./use-room";
import type { ViewProps } from "./view-props";
import { ZoomBar } from "./zoom-bar";

GlobalWorkerOptions.workerSrc = new URL("pdfjs-dist/build/pdf.worker.min.mjs", import.meta.url).toString();

const STEP = 1.25;
const WIDEST = 860;
const MARGIN = 16;
// It is read whole, into the page's memory.
const MOST_BYTES = 100_000_000;

/** A PDF drawn page by page. Its scripts, forms and links are data here: nothing of it runs. */
export function PdfView(view: ViewProps) {
  return (view.entry.size ?? 0) > MOST_BYTES ? <Facts {...view} /> : <PdfPages {...view} />;
}

function PdfPages({ entry, url, renderDownload, onRetry }: ViewProps) {
  const [document, setDocument] = useState<PDFDocumentProxy | "failed" | null>(null);
  const [zoom, setZoom] = useState(1);
  const [room, measure] = useRoom();
  useEffect(() => {
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
  if (document === "failed") return <NotShown {...{ entry, url, renderDownload, onRetry }} />;
  if (document === null) return <Loading />;
  return (
    <>
      <section
        ref={measure}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        tabIndex={0}
        aria-label={entry.name}
        className="h-full grow overflow-auto"
      >
        <div className="mx-auto grid w-max min-w-full justify-items-center gap-3 p-2 pb-20">
          {room > 0 &&
            Array.from({ length: document.numPages }, (_, index) => index + 1).map((number) => (
              <PdfPage
                key={number}
                document={document}
                number={number}
                width={Math.min(WIDEST, room - MARGIN) * zoom}
              />
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
