"use client";

import dynamic from "next/dynamic";
import { Suspense } from "react";
import type { Entry } from "@/lib/entries/schema";
import { Facts } from "./facts";
import { ImageView } from "./image-view";
import { type PreviewKind, previewKindOf } from "./kind";
import { Loading } from "./loading";
import { MediaView } from "./media-view";
import type { ViewProps } from "./view-props";

const PdfView = dynamic(() => import("./pdf-view").then((m) => m.PdfView));
const TextView = dynamic(() => import("./text-view").then((m) => m.TextView));

const VIEWS: Partial<Record<PreviewKind, React.ComponentType<ViewProps>>> = {
  image: ImageView,
  drawing: ImageView,
  pdf: PdfView,
  video: MediaView,
  audio: MediaView,
  markdown: TextView,
  table: TextView,
  text: TextView,
};

/** A file as its kind is looked at. */
export function PreviewBody({ entry }: { entry: Entry }) {
  const View = VIEWS[previewKindOf(entry)];
  const url = `/api/files/${entry.id}/content?disposition=inline`;
  if (!View) return <Facts entry={entry} />;
  return (
    <Suspense fallback={<Loading />}>
      <View entry={entry} url={url} />
    </Suspense>
  );
}
