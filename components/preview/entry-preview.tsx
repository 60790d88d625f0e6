"use client";

import { Link2 } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { useT } from "@/components/ui/texts";
import type { Entry } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import { DownloadLink } from "./download-link";
import { type Found, iconClass, PreviewOverlay } from "./preview-overlay";

// So many files before the last one that is known, its followers are asked for.
const AHEAD = 10;

type Props = {
  entryId: string;
  entries: Entry[];
  /** Whether the list goes on beyond the entries, and what reads on. */
  hasMore: boolean;
  onMore: () => void;
  onShow: (entry: Entry) => void;
  onClose: () => void;
  onShare: (entry: Entry) => void;
};

/** One of one's own files over the page. */
export function EntryPreview({ entryId, entries, hasMore, onMore, onShare, ...ways }: Props) {
  const t = useT();
  const [attempt, setAttempt] = useState(0);
  const known = entries.find(({ id, kind }) => id === entryId && kind === "file");
  const found = useEntry(entryId, known, attempt);
  useReadOn({ entryId, entries, hasMore, onMore });
  return (
    <PreviewOverlay
      {...ways}
      hasMore={hasMore}
      entryId={entryId}
      found={found}
      entries={entries}
      urlOf={({ id }) => `/api/files/${id}/content?disposition=inline`}
      renderDownload={(entry, link) => <DownloadLink entry={entry} {...link} />}
      actions={(entry) => (
        <button type="button" aria-label={t("entries.share")} className={iconClass} onClick={() => onShare(entry)}>
          <Link2 aria-hidden="true" className="size-5" />
        </button>
      )}
      onRetry={() => setAttempt(attempt + 1)}
    />
  );
}

/** The arrows go on beyond what the list has read; where that failed, the next step tries again. */
function useReadOn({ entryId, entries, hasMore, onMore }: Pick<Props, "entryId" | "entries" | "hasMore" | "onMore">) {
  const readOn = useEffectEvent(onMore);
  const files = entries.filter(({ kind }) => kind === "file");
  const at = files.findIndex(({ id }) => id === entryId);
  const isNearEnd = hasMore && at >= 0 && at >= files.length - AHEAD;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step asks again, and so does what was read but held no file
  useEffect(() => {
    if (isNearEnd) readOn();
  }, [isNearEnd, entryId, entries.length]);
}

/** The file as the list has it; an address that was copied may name one that is further down, or gone (null). */
function useEntry(entryId: string, known: Entry | undefined, attempt: number): Found<Entry> {
  const [asked, setAsked] = useState<{ id: string; entry: Found<Entry> } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (known) return;
    const leaving = new AbortController();
    callApi<Entry>(`/api/files/${entryId}`, { signal: leaving.signal })
      .then((result) => {
        const missing = !result.ok && result.error.code === "unavailable" ? "unreached" : null;
        setAsked({ id: entryId, entry: result.ok ? result.value : missing });
      })
      .catch(() => undefined);
    return () => leaving.abort();
  }, [entryId, known, attempt]);
  return known ?? (asked?.id === entryId ? asked.entry : undefined);
}
