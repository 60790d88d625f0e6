"use client";

import { Clock, FolderClosed, Link2, Star, Trash2 } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useT } from "@/components/ui/texts";

const PLACES = [
  { href: "/drive", text: "shell.myFiles", Icon: FolderClosed, drop: "folder:root" },
  { href: "/drive/recent", text: "shell.recent", Icon: Clock, drop: undefined },
  { href: "/drive/starred", text: "shell.starred", Icon: Star, drop: "starred" },
  { href: "/drive/links", text: "shell.links", Icon: Link2, drop: undefined },
  { href: "/drive/trash", text: "shell.trash", Icon: Trash2, drop: "trash" },
] as const;

// Pages that are neither a place of the rail nor a folder.
const ELSEWHERE = ["/drive/search", "/drive/storage", "/settings"];

/** The places of the drive: a rail on a desk, a bar at the bottom of a phone. */
export function Rail() {
  const t = useT();
  const path = usePathname();
  const isHere = (href: string) =>
    href === "/drive"
      ? !ELSEWHERE.includes(path) && !PLACES.some((place) => place.href !== "/drive" && path === place.href)
      : path === href;
  return (
    <nav
      aria-label={t("shell.places")}
      className="fixed inset-x-0 bottom-0 z-20 flex border-line border-t bg-surface px-2 pb-[env(safe-area-inset-bottom)] sm:static sm:grid sm:gap-1 sm:border-0 sm:bg-transparent sm:p-0"
    >
      {PLACES.map(({ href, text, Icon, drop }) => (
        <Link
          key={href}
          href={href}
          data-drop={drop}
          data-drop-name={t(text)}
          aria-current={isHere(href) ? "page" : undefined}
          className="group flex min-h-16 flex-1 flex-col items-center justify-center gap-0.5 rounded-xl text-muted text-xs aria-[current=page]:font-medium aria-[current=page]:text-accent sm:min-h-10 sm:flex-none sm:flex-row sm:justify-start sm:gap-3 sm:px-3 sm:text-[15px] sm:hover:bg-raised data-[over]:bg-accent-soft data-[over]:outline-2 data-[over]:outline-accent sm:aria-[current=page]:bg-accent-soft"
        >
          <span className="grid h-7 w-14 place-items-center rounded-full group-aria-[current=page]:bg-accent-soft sm:contents">
            <Icon aria-hidden="true" className="size-5" />
          </span>
          {t(text)}
        </Link>
      ))}
    </nav>
  );
}
