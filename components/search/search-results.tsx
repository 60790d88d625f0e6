"use client";

import { SearchX } from "lucide-react";
import { useState } from "react";
import { EntryList } from "@/components/entries/entry-list";
import type { View } from "@/components/entries/view";
import { ViewSwitch } from "@/components/entries/view-switch";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Text, useT } from "@/components/ui/texts";
import type { Entry, Page } from "@/lib/entries/schema";
import { FilterChips } from "./filter-chips";
import { type Filters, queryOf } from "./filters";

type Props = { filters: Filters; folderName?: string; page: Page<Entry>; view: View };

/** What a search found. */
export function SearchResults({ filters, folderName, page, view: kept }: Props) {
  const t = useT();
  const [view, setView] = useState(kept);
  const query = queryOf(filters);
  const isBegun = filters.q.trim() !== "";
  return (
    <>
      <PageHead
        title={isBegun ? <Text name="search.results" values={{ q: <bdi>{filters.q}</bdi> }} /> : t("search.title")}
      >
        <ViewSwitch view={view} onChoose={setView} />
      </PageHead>
      <div className="mb-4">
        <FilterChips filters={filters} folderName={folderName} />
      </div>
      <EntryList
        key={JSON.stringify(query)}
        source={{ path: "/api/search", query }}
        first={page}
        here={null}
        view={view}
        empty={
          <EmptyState Icon={SearchX} title={t(isBegun ? "search.emptyTitle" : "search.beginTitle")}>
            {t(isBegun ? "search.emptyText" : "search.beginText")}
          </EmptyState>
        }
      />
    </>
  );
}
