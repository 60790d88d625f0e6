"use client";

import { buttonClass } from "@/components/ui/button";
import { useT } from "@/components/ui/texts";
import { useIsBrowser } from "@/components/ui/use-is-browser";
import { useRouter } from "@/components/ui/use-router";
import type { TextKey } from "@/lib/i18n/schema";
import { type Filters, KINDS, SIZES, TIMES } from "./filters";

const nameOf = (chip: string, value: string) => `search.${chip}${value[0]?.toUpperCase()}${value.slice(1)}` as TextKey;

type Props = { filters: Filters; folderName?: string };

/** What narrows a search down. Each chip is a list of choices of the browser's own, which a phone shows as a sheet. */
export function FilterChips({ filters, folderName }: Props) {
  const t = useT();
  const router = useRouter();
  const isAlive = useIsBrowser();
  const go = (form: HTMLFormElement) => {
    const given = [...new FormData(form)].filter(([, value]) => value !== "");
    router.replace(`/drive/search?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`);
  };
  const chips = [
    { chip: "kind", chosen: filters.kind, values: Object.keys(KINDS) },
    { chip: "modified", chosen: filters.modified, values: Object.keys(TIMES) },
    { chip: "size", chosen: filters.size, values: Object.keys(SIZES) },
  ] as const;
  return (
    <form
      action="/drive/search"
      onChange={(event) => go(event.currentTarget)}
      className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:px-0"
    >
      <input type="hidden" name="q" value={filters.q} />
      {filters.from && <input type="hidden" name="from" value={filters.from} />}
      {chips.map(({ chip, chosen, values }) => (
        <Chip key={chip} name={chip} label={t(`search.${chip}`)} chosen={chosen}>
          <option value="">{t(nameOf(chip, "any"))}</option>
          {values.map((value) => (
            <option key={value} value={value}>
              {t(nameOf(chip, value))}
            </option>
          ))}
        </Chip>
      ))}
      <Chip name="in" label={t("search.where")} chosen={filters.in}>
        <option value="">{t("search.whereAny")}</option>
        {filters.from && folderName && (
          <option value={filters.from}>{t("search.whereIn", { name: folderName })}</option>
        )}
      </Chip>
      {!isAlive && (
        <button type="submit" className={buttonClass()}>
          {t("search.filter")}
        </button>
      )}
    </form>
  );
}

type ChipProps = { name: string; label: string; chosen?: string; children: React.ReactNode };

const Chip = ({ name, label, chosen = "", children }: ChipProps) => (
  <select
    key={chosen}
    name={name}
    aria-label={label}
    defaultValue={chosen}
    className={`min-h-11 max-w-60 shrink-0 cursor-pointer truncate rounded-full border px-3.5 text-sm hover:bg-raised sm:min-h-9 ${chosen ? "border-accent bg-accent-soft font-medium text-accent" : "border-line bg-surface"}`}
  >
    {children}
  </select>
);
