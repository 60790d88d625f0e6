"use client";

import { useEffect, useState } from "react";
import { later } from "@/components/ui/later";
import { useT } from "@/components/ui/texts";
import { Unreached } from "@/components/ui/unreached";
import { previewKindOf } from "@/lib/preview-kind";
import { Loading } from "./loading";
import { NotShown } from "./not-shown";
import { isPlain, PlainText } from "./plain-text";
import { type ReadText, readText } from "./read-text";
import type { ViewProps } from "./view-props";

// Each of them brings a library of its own.
const CodeText = later(() => import("./code-text").then((m) => m.CodeText), Unreached, Loading);
const CsvTable = later(() => import("./csv-table").then((m) => m.CsvTable), Unreached, Loading);
const MarkdownText = later(() => import("./markdown-text").then((m) => m.MarkdownText), Unreached, Loading);

/** A text: code with its colours, Markdown as it is meant, CSV as a table. All of it is drawn, none of it is run. */
export function TextView({ entry, url, renderDownload, onRetry }: ViewProps) {
  const t = useT();
  const [read, setRead] = useState<ReadText | "failed" | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    readText(url, leaving.signal)
      .then(setRead)
      .catch(() => !leaving.signal.aborted && setRead("failed"));
    return () => leaving.abort();
  }, [url]);
  if (read === "failed") return <NotShown {...{ entry, url, renderDownload, onRetry }} isUnreached />;
  if (read === null) return <Loading />;
  const kind = previewKindOf(entry);
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
      tabIndex={0}
      aria-label={entry.name}
      className="mx-auto h-full w-full max-w-5xl grow overflow-auto bg-surface text-ink sm:rounded-t-xl"
    >
      {read.isCut && (
        <p className="sticky start-0 bg-raised px-4 py-2 text-muted text-sm sm:px-8">
          {t(renderDownload ? "preview.cut" : "preview.beginning")}
        </p>
      )}
      {kind === "markdown" && <MarkdownText text={read.text} />}
      {kind === "table" && <CsvTable text={read.text} />}
      {kind === "text" &&
        (isPlain(entry.name) ? <PlainText text={read.text} /> : <CodeText text={read.text} name={entry.name} />)}
    </section>
  );
}
