import { ChevronRight } from "lucide-react";
import Link from "next/link";

export type Crumb = { id: string; name: string; href: string };

/** The way down to a folder. A phone has room for the last two of it: where one is and where it lies. */
export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="min-w-0">
      <ol className="flex items-center gap-0.5 text-lg sm:flex-wrap">
        {crumbs.map((crumb, index) => {
          const isLast = index === crumbs.length - 1;
          return (
            <li
              key={crumb.id}
              className="flex min-w-0 items-center gap-0.5 last:shrink-0 max-sm:[&:not(:nth-last-child(-n+2))]:hidden"
            >
              {index > 0 && (
                <ChevronRight
                  aria-hidden="true"
                  className="size-4 shrink-0 text-muted max-sm:[li:nth-last-child(2)_&]:hidden"
                />
              )}
              <Link
                href={crumb.href}
                prefetch={false}
                dir="auto"
                aria-current={isLast ? "page" : undefined}
                className="max-w-60 truncate rounded-lg px-2 py-2.5 text-muted leading-6 hover:bg-raised aria-[current=page]:font-semibold aria-[current=page]:text-ink sm:py-1.5"
              >
                {crumb.name}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
