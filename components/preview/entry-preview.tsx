"use client";

import { Link2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useT } from "@/components/ui/texts";
import type { Entry } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import { DownloadLink } from "./download-link";
import { type Found, iconClass, PreviewOverlay } from "./preview-overlay";

type Props = {
  entryId: string;
  entries: Entry[];
  onShow: (entry: Entry) => void;
  onClose: () => void;
  onShare: (entry: Entry) => void;
};

/** One of one's own files over the page. */
export function EntryPreview({ entryId, entries, onShare, ...ways }: Props) {
  const t = useT();
  const [attempt, setAttempt] = useState(0);
  const known = entries.find(({ id, kind }) => id === entryId && kind === "file");
  const found = useEntry(entryId, known, attempt);
  return (
    <PreviewOverlay
      {...ways}
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
