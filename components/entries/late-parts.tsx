"use client";

import { later } from "@/components/ui/later";
import { useT } from "@/components/ui/texts";
import { UnreachedModal } from "@/components/ui/unreached-modal";

type Failed = { onClose: () => void; onRetry: () => void };

/** A file over the page. What most visits don't need comes when it is asked for. */
export const EntryPreview = later(
  () => import("@/components/preview/entry-preview").then((m) => m.EntryPreview),
  ({ onClose, onRetry }) => <FailedPart name="preview.preview" {...{ onClose, onRetry }} />,
);

/** What there is to know of an entry. */
export const DetailsPanel = later(
  () => import("@/components/preview/details-panel").then((m) => m.DetailsPanel),
  ({ onClose, onRetry }) => <FailedPart name="details.details" {...{ onClose, onRetry }} />,
);

function FailedPart({ name, ...failed }: Failed & { name: "preview.preview" | "details.details" }) {
  const t = useT();
  return <UnreachedModal title={t(name)} {...failed} />;
}
