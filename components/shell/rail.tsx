"use client";

import { FolderClosed, Link2, Trash2 } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";

const PLACES = [
  { href: "/drive", label: "My files", Icon: FolderClosed },
  { href: "/drive/links", label: "Links", Icon: Link2 },
  { href: "/drive/trash", label: "Trash", Icon: Trash2 },
];

/** The places of the drive: a rail on a desk, a bar at the bottom of a phone. */
export function Rail() {
  const path = usePathname();
  const isHere = (href: string) =>
    href === "/drive" ? !PLACES.some((place) => place.href !== "/drive" && path === place.href) : path === href;
  return (
    <nav
      aria-label="Places"
      className="fixed inset-x-0 bottom-0 z-20 flex border-line border-t bg-surface px-2 pb-[env(safe-area-inset-bottom)] sm:static sm:grid sm:gap-1 sm:border-0 sm:bg-transparent sm:p-0"
    >
      {PLACES.map(({ href, label, Icon }) => (
        <Link
          key={href}
          href={href}
          aria-current={isHere(href) ? "page" : undefined}
          className="group flex min-h-16 flex-1 flex-col items-center justify-center gap-0.5 rounded-xl text-muted text-xs aria-[current=page]:font-medium aria-[current=page]:text-accent sm:min-h-10 sm:flex-none sm:flex-row sm:justify-start sm:gap-3 sm:px-3 sm:text-[15px] sm:hover:bg-raised sm:aria-[current=page]:bg-accent-soft"
        >
          <span className="grid h-7 w-14 place-items-center rounded-full group-aria-[current=page]:bg-accent-soft sm:contents">
            <Icon aria-hidden="true" className="size-5" />
          </span>
          {label}
        </Link>
      ))}
    </nav>
  );
}
