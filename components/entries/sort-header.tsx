import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { keepChoice } from "@/components/ui/keep-choice";
import { ColumnHeader } from "@/components/ui/table-parts";
import { useT } from "@/components/ui/texts";
import type { Order, Sort } from "@/lib/entries/schema";
import { SORT_COOKIE } from "./view";

const SORTS = [
  { sort: "name", text: "entries.name", place: "-ms-2.5" },
  { sort: "modified", text: "entries.modified", place: "md:-ms-2.5" },
  { sort: "size", text: "entries.size", place: "md:-me-2.5 md:ms-auto" },
] as const;

/** The cells that head the columns; each sorts by its own, and turns the order when it does already. Without a sort they only name. */
export function SortHeader({ sort, order }: { sort?: Sort; order?: Order }) {
  const t = useT();
  const Arrow = order === "asc" ? ArrowUp : ArrowDown;
  return (
    <>
      {SORTS.map((each) => {
        const isHere = each.sort === sort;
        const next = isHere && order === "asc" ? "desc" : "asc";
        return (
          <ColumnHeader
            key={each.sort}
            aria-sort={isHere ? (order === "asc" ? "ascending" : "descending") : undefined}
            className="flex"
          >
            {sort === undefined ? (
              <span className={`inline-flex min-h-9 items-center px-2.5 ${each.place}`}>{t(each.text)}</span>
            ) : (
              <Link
                href={`?sort=${each.sort}&order=${next}`}
                prefetch={false}
                onClick={() => keepChoice(SORT_COOKIE, `${each.sort}-${next}`)}
                aria-current={isHere ? "true" : undefined}
                className={`inline-flex min-h-11 items-center gap-1 rounded-lg px-2.5 hover:bg-raised hover:text-ink aria-[current]:font-medium aria-[current]:text-ink sm:min-h-9 ${each.place}`}
              >
                {t(each.text)}
                {isHere && <Arrow aria-hidden="true" className="size-3.5" />}
              </Link>
            )}
          </ColumnHeader>
        );
      })}
      <ColumnHeader className="max-md:sr-only">
        <span className="sr-only">{t("entries.actions")}</span>
      </ColumnHeader>
    </>
  );
}
