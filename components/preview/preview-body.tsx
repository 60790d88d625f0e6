"use client";

import { useState } from "react";
import { later } from "@/components/ui/later";
import { Unreached } from "@/components/ui/unreached";
import type { Entry } from "@/lib/entries/schema";
import { Facts } from "./facts";
import { ImageView } from "./image-view";
import { type PreviewKind, previewKindOf } from "./kind";
import { Loading } from "./loading";
import { MediaView } from "./media-view";
import type { ViewProps } from "./view-props";

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

/** A file as its kind is looked at. */
export function PreviewBody({ entry }: { entry: Entry }) {
  const [attempt, setAttempt] = useState(0);
  const View = VIEWS[previewKindOf(entry)];
  const url = `/api/files/${entry.id}/content?disposition=inline`;
  if (!View) return <Facts entry={entry} />;
  return <View key={attempt} entry={entry} url={url} onRetry={() => setAttempt(attempt + 1)} />;
}
