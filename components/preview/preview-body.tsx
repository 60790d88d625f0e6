"use client";

import { useState } from "react";
import { later } from "@/components/ui/later";
import { Unreached } from "@/components/ui/unreached";
import { type PreviewKind, previewKindOf } from "@/lib/preview-kind";
import { Facts } from "./facts";
import { ImageView } from "./image-view";
import { Loading } from "./loading";
import { MediaView } from "./media-view";
import type { RenderDownload, Viewed, ViewProps } from "./view-props";

const PdfView = later(() => import("./pdf-view").then((m) => m.PdfView), Unreached, Loading);
const TextView = later(() => import("./text-view").then((m) => m.TextView), Unreached, Loading);

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

type Props = { entry: Viewed; url: string | null; renderDownload: RenderDownload };

/** A file as its kind is looked at; without an address of its bytes, what is known of it. */
export function PreviewBody({ entry, url, renderDownload }: Props) {
  const [attempt, setAttempt] = useState(0);
  const View = VIEWS[previewKindOf(entry)];
  const file = { entry, renderDownload };
  if (!View) return <Facts {...file} />;
  if (url === null) return <Facts {...file} reason="preview.counted" />;
  return <View key={attempt} {...file} url={url} onRetry={() => setAttempt(attempt + 1)} />;
}
