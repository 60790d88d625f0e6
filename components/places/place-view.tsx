"use client";

import { Clock, Star } from "lucide-react";
import { useState } from "react";
import { EntryList } from "@/components/entries/entry-list";
import type { View } from "@/components/entries/view";
import { ViewSwitch } from "@/components/entries/view-switch";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { useT } from "@/components/ui/texts";
import type { Entry, Page } from "@/lib/entries/schema";

const PLACES = {
  recent: {
    path: "/api/recent",
    Icon: Clock,
    title: "shell.recent",
    empty: "shell.emptyRecentTitle",
    hint: "shell.emptyRecent",
  },
  starred: {
    path: "/api/starred",
    Icon: Star,
    title: "shell.starred",
    empty: "shell.emptyStarredTitle",
    hint: "shell.emptyStarred",
  },
} as const;

/** A place that gathers entries from all folders. */
export function PlaceView({ place, page, view: kept }: { place: keyof typeof PLACES; page: Page<Entry>; view: View }) {
  const t = useT();
  const [view, setView] = useState(kept);
  const { path, Icon, title, empty, hint } = PLACES[place];
  return (
    <>
      <PageHead title={t(title)}>
        <ViewSwitch view={view} onChoose={setView} />
      </PageHead>
      <EntryList
        source={{ path }}
        first={page}
        here={null}
        view={view}
        empty={
          <EmptyState Icon={Icon} title={t(empty)}>
            {t(hint)}
          </EmptyState>
        }
      />
    </>
  );
}
