"use client";

import { useEffect, useState } from "react";
import { Moment } from "@/components/ui/moment";
import { useT } from "@/components/ui/texts";
import type { ActivityView } from "@/lib/activity/schema";
import type { Page } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import type { TextKey } from "@/lib/i18n/schema";

const SHOWN = "8";

const DEEDS: Partial<Record<ActivityView["action"], TextKey>> = {
  "entry.created": "preview.didCreate",
  "entry.uploaded": "preview.didUpload",
  "entry.replaced": "preview.didReplace",
  "entry.copied": "preview.didCopy",
  "entry.renamed": "preview.didRename",
  "entry.moved": "preview.didMove",
  "entry.trashed": "preview.didTrash",
  "entry.restored": "preview.didRestore",
  "version.restored": "preview.didVersion",
  "version.dropped": "preview.didDrop",
  "link.made": "preview.didLink",
  "link.opened": "preview.didOpen",
  "link.downloaded": "preview.didDownload",
  "copy.incomplete": "preview.didIncomplete",
};

/** What was done with an entry lately, by whom and when. */
export function EntryActivity({ entryId }: { entryId: string }) {
  const t = useT();
  const [items, setItems] = useState<ActivityView[]>([]);
  useEffect(() => {
    const leaving = new AbortController();
    const query = new URLSearchParams({ entry: entryId, limit: SHOWN });
    callApi<Page<ActivityView>>(`/api/activity?${query}`, { signal: leaving.signal })
      .then((result) => result.ok && setItems(result.value.items))
      .catch(() => undefined);
    return () => leaving.abort();
  }, [entryId]);
  if (items.length === 0) return null;
  return (
    <section className="mt-5 border-line border-t pt-4">
      <h3 className="mb-2 font-medium text-sm">{t("preview.activity")}</h3>
      <ul className="grid gap-2.5 text-sm">
        {items.map(({ id, action, at, by }) => {
          const deed = DEEDS[action];
          return (
            deed && (
              <li key={id} className="leading-5">
                {t(deed, { who: t(by ? "preview.you" : "preview.somebody") })}
                <span className="block text-muted">
                  <Moment at={at} />
                </span>
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
