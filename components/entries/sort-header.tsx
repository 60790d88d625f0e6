import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { ColumnHeader } from "@/components/ui/table-parts";
import type { Order, Sort } from "@/lib/entries/schema";

const SORTS = [
  { sort: "name", label: "Name", place: "-ml-2.5" },
  { sort: "modified", label: "Modified", place: "md:-ml-2.5" },
  { sort: "size", label: "Size", place: "md:-mr-2.5 md:ml-auto" },
] as const;

/** The cells that head the folder's columns; each sorts by its own, and turns the order when it does already. */
export function SortHeader({ sort, order }: { sort: Sort; order: Order }) {
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
            <Link
              href={`?sort=${each.sort}&order=${next}`}
              prefetch={false}
              aria-current={isHere ? "true" : undefined}
              className={`inline-flex min-h-11 items-center gap-1 rounded-lg px-2.5 hover:bg-raised hover:text-ink aria-[current]:font-medium aria-[current]:text-ink sm:min-h-9 ${each.place}`}
            >
              {each.label}
              {isHere && <Arrow aria-hidden="true" className="size-3.5" />}
            </Link>
          </ColumnHeader>
        );
      })}
      <ColumnHeader className="max-md:sr-only">
        <span className="sr-only">Actions</span>
      </ColumnHeader>
    </>
  );
}
