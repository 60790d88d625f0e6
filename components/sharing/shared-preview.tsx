"use client";

import { PreviewOverlay } from "@/components/preview/preview-overlay";
import type { Viewed } from "@/components/preview/view-props";
import { useBackCloses } from "@/components/ui/use-back-closes";
import { sharedDownload, sharedPreview } from "./shared-address";
import type { Terms } from "./terms";

type Props = {
  terms: Terms;
  entryId: string;
  entries: Viewed[];
  hasMore?: boolean;
  onShow: (entryId: string) => void;
  onClose: () => void;
};

/** One of the files that somebody shared, over the link's page. */
export function SharedPreview({ terms, entryId, entries, hasMore, onShow, onClose }: Props) {
  const { shareId, allowDownload, isCounted } = terms;
  const close = useBackCloses(onClose);
  return (
    <PreviewOverlay
      entryId={entryId}
      found={entries.find(({ id }) => id === entryId) ?? null}
      entries={entries}
      hasMore={hasMore}
      urlOf={({ id }) => (isCounted ? null : sharedPreview(shareId, id))}
      renderDownload={
        allowDownload
          ? ({ id }, { children, ...link }) => (
              <a href={sharedDownload(shareId, id)} {...link}>
                {children}
              </a>
            )
          : null
      }
      onShow={({ id }) => onShow(id)}
      onClose={close}
    />
  );
}
