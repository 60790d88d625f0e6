"use client";

import { Moment } from "@/components/ui/moment";
import { useT } from "@/components/ui/texts";
import { useAnswer } from "@/components/ui/use-answer";
import type { ActivityView } from "@/lib/activity/schema";
import type { Page } from "@/lib/entries/schema";
import type { TextKey } from "@/lib/i18n/schema";

const SHOWN = "8";

const DEEDS: Partial<Record<ActivityView["action"], TextKey>> = {
  "entry.created": "details.didCreate",
  "entry.uploaded": "details.didUpload",
  "entry.replaced": "details.didReplace",
  "entry.copied": "details.didCopy",
  "entry.renamed": "details.didRename",
  "entry.moved": "details.didMove",
  "entry.trashed": "details.didTrash",
  "entry.restored": "details.didRestore",
  "version.restored": "details.didVersion",
  "version.dropped": "details.didDrop",
  "link.made": "details.didLink",
  "link.opened": "details.didOpen",
  "link.downloaded": "details.didDownload",
  "copy.incomplete": "details.didIncomplete",
};

/** What was done with an entry lately, by whom and when. */
export function EntryActivity({ entryId }: { entryId: string }) {
  const t = useT();
  const query = new URLSearchParams({ entry: entryId, limit: SHOWN });
  const items = useAnswer<Page<ActivityView>>(`/api/activity?${query}`)?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="mt-5 border-line border-t pt-4">
      <h3 className="mb-2 font-medium text-sm">{t("details.activity")}</h3>
      <ul className="grid gap-2.5 text-sm">
        {items.map(({ id, action, at, by }) => {
          const deed = DEEDS[action];
          return (
            deed && (
              <li key={id} className="leading-5">
                {t(deed, { who: t(by ? "details.you" : "details.somebody") })}
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
