import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { Order, Sort } from "@/lib/entries/schema";

const SORTS = [
  { sort: "name", label: "Name" },
  { sort: "modified", label: "Modified" },
  { sort: "size", label: "Size" },
] as const;

export function SortLinks({ sort, order }: { sort: Sort; order: Order }) {
  const Arrow = order === "asc" ? ArrowUp : ArrowDown;
  return (
    <div className="flex gap-1 border-line border-b pb-2 text-muted text-sm">
      {SORTS.map((each) => {
        const next = each.sort === sort && order === "asc" ? "desc" : "asc";
        return (
          <Link
            key={each.sort}
            href={`?sort=${each.sort}&order=${next}`}
            aria-current={each.sort === sort ? "true" : undefined}
            className="inline-flex min-h-9 items-center gap-1 rounded-lg px-2.5 hover:bg-raised aria-[current]:font-medium aria-[current]:text-ink"
          >
            {each.label}
            {each.sort === sort && <Arrow aria-hidden="true" className="size-3.5" />}
          </Link>
        );
      })}
    </div>
  );
}
