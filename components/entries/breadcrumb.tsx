"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useT } from "@/components/ui/texts";

export type Crumb = { id: string; name: string; href: string };

/** The way down to a folder. A phone has room for the last two of it: where one is and where it lies. */
export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  const t = useT();
  return (
    <nav aria-label={t("ui.breadcrumb")} className="min-w-0">
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
                  className="size-4 shrink-0 text-muted rtl:-scale-x-100 max-sm:[li:nth-last-child(2)_&]:hidden"
                />
              )}
              <Link
                href={crumb.href}
                prefetch={false}
                dir="auto"
                data-drop={`folder:${crumb.id}`}
                data-drop-name={crumb.name}
                aria-current={isLast ? "page" : undefined}
                className="max-w-60 truncate rounded-lg px-2 py-2.5 text-muted leading-6 hover:bg-raised data-[over]:bg-accent-soft data-[over]:text-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink sm:py-1.5"
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
