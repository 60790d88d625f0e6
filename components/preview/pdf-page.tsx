"use client";

import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { useT } from "@/components/ui/texts";

const A4 = Math.SQRT2;

type Props = { document: PDFDocumentProxy; number: number; width: number };

/** One page of a PDF, drawn when it comes near the window. */
export function PdfPage({ document, number, width }: Props) {
  const t = useT();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isNear, setNear] = useState(number === 1);
  const [ratio, setRatio] = useState(A4);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const watcher = new IntersectionObserver(([seen]) => setNear(seen?.isIntersecting ?? false), {
      rootMargin: "100%",
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  useEffect(() => {
    if (!isNear) return;
    let stop = () => undefined as unknown;
    void document.getPage(number).then((page) => {
      const element = canvas.current;
      if (!element) return;
      const natural = page.getViewport({ scale: 1 });
      setRatio(natural.height / natural.width);
      const viewport = page.getViewport({ scale: (width / natural.width) * window.devicePixelRatio });
      Object.assign(element, { width: Math.ceil(viewport.width), height: Math.ceil(viewport.height) });
      const task = page.render({ canvas: element, viewport });
      stop = () => task.cancel();
      task.promise.catch(() => undefined);
    });
    return () => void stop();
  }, [document, number, isNear, width]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={t("preview.page", { at: number, of: document.numPages })}
      className="bg-white"
      style={{ width, height: width * ratio }}
    />
  );
}
