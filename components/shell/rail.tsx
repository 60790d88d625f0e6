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
      className="fixed inset-x-0 bottom-0 z-20 flex border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] sm:static sm:grid sm:gap-1 sm:border-0 sm:bg-transparent"
    >
      {PLACES.map(({ href, label, Icon }) => (
        <Link
          key={href}
          href={href}
          aria-current={isHere(href) ? "page" : undefined}
          className="flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 rounded-xl px-3 text-muted text-xs hover:bg-raised aria-[current=page]:text-accent sm:min-h-10 sm:flex-none sm:flex-row sm:justify-start sm:gap-3 sm:text-[15px] sm:aria-[current=page]:bg-accent-soft"
        >
          <Icon aria-hidden="true" className="size-5" />
          {label}
        </Link>
      ))}
    </nav>
  );
}
