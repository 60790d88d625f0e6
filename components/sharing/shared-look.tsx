"use client";

import { Maximize2 } from "lucide-react";
import { useState } from "react";
import { Drawing } from "@/components/preview/drawing";
import { PreviewBody } from "@/components/preview/preview-body";
import type { Viewed } from "@/components/preview/view-props";
import { useT } from "@/components/ui/texts";
import type { PreviewKind } from "@/lib/preview-kind";
import { sharedPreview } from "./shared-address";
import { SharedPreview } from "./shared-preview";
import type { Terms } from "./terms";

type Props = { terms: Terms; entry: Viewed; kind: PreviewKind };

/** A shared file on its link's page, and the way to see it larger. A picture stands there already. */
export function SharedLook({ terms, entry, kind }: Props) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const url = sharedPreview(terms.shareId, entry.id);
  if (kind === "video" || kind === "audio") return <PreviewBody entry={entry} url={url} renderDownload={null} />;
  const isPicture = kind === "image" || kind === "drawing";
  return (
    <>
      {kind === "drawing" && <Drawing url={url} />}
      {!isPicture && <PreviewBody entry={entry} url={url} renderDownload={null} />}
      <button
        type="button"
        aria-label={t("preview.enlarge")}
        className={isPicture ? wholeClass : cornerClass}
        onClick={() => setOpen(true)}
      >
        {!isPicture && <Maximize2 aria-hidden="true" className="size-5" />}
      </button>
      {isOpen && (
        <SharedPreview
          terms={terms}
          entryId={entry.id}
          entries={[entry]}
          onShow={() => undefined}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

const wholeClass = "absolute inset-0 -outline-offset-4 cursor-zoom-in rounded-2xl";
const cornerClass =
  "absolute end-3 bottom-3 grid size-11 place-items-center rounded-full border border-line bg-surface text-ink shadow-float hover:bg-raised";
