import type { Metadata } from "next";
import { cookies } from "next/headers";
import { VIEW_COOKIE, viewOf } from "@/components/entries/view";
import { filtersOf, queryOf } from "@/components/search/filters";
import { SearchResults } from "@/components/search/search-results";
import { getEntry } from "@/lib/entries/entries";
import { FIRST_ENTRIES, Search } from "@/lib/entries/schema";
import { search } from "@/lib/entries/search";
import { orNotFound, requirePageUser } from "@/lib/http/page";
import { texts } from "@/lib/i18n/server";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await texts())("search.title") });

export default async function SearchPage({ searchParams }: PageProps<"/drive/search">) {
  const given = await searchParams;
  const filters = filtersOf(given);
  const [user, t] = await Promise.all([requirePageUser(), texts()]);
  const view = viewOf((await cookies()).get(VIEW_COOKIE)?.value);
  const asked = Search.safeParse({ ...queryOf(filters), limit: FIRST_ENTRIES });
  const hasWord = /[\p{L}\p{N}]/u.test(filters.q);
  const nothing = { items: [], nextCursor: null };
  const page = asked.success && hasWord ? await orNotFound(search(user, asked.data)) : nothing;
  const folder = filters.from ? await orNotFound(getEntry(user, filters.from)) : null;
  return (
    <SearchResults
      filters={filters}
      folderName={folder?.id === "root" ? t("entries.myFiles") : folder?.name}
      page={page}
      view={view}
    />
  );
}
