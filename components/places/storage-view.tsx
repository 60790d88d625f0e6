"use client";

import { HardDrive } from "lucide-react";
import Link from "next/link";
import { EntryList } from "@/components/entries/entry-list";
import type { View } from "@/components/entries/view";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { useT } from "@/components/ui/texts";
import { useFormats } from "@/components/ui/use-formats";
import type { Entry } from "@/lib/entries/schema";
import type { TextKey } from "@/lib/i18n/schema";
import type { Usage } from "@/lib/users/schema";

/** The colours of the kinds, the ones of their icons. */
const TONES: Record<string, string> = {
  image: "bg-[light-dark(#b0568f,#e08fc2)]",
  video: "bg-[light-dark(#c2622d,#eb9a6b)]",
  audio: "bg-[light-dark(#7a5fc4,#b09cf0)]",
  document: "bg-[light-dark(#c94a41,#f08d85)]",
  text: "bg-[light-dark(#3b76c4,#84b1ee)]",
  archive: "bg-[light-dark(#8a7334,#cdb46a)]",
  other: "bg-[light-dark(#5b7282,#9db3c2)]",
};

type Props = { usage: Usage; largest: Entry[]; view: View };

/** What fills the drive, as a picture, and where room can be made. */
export function StorageView({ usage, largest, view }: Props) {
  const t = useT();
  const { formatBytes } = useFormats();
  const { usedBytes, reservedBytes, quotaBytes } = usage;
  const kinds = usage.byType.filter(({ bytes }) => bytes > 0).toSorted((a, b) => b.bytes - a.bytes);
  const free = Math.max(0, quotaBytes - usedBytes - reservedBytes);
  return (
    <>
      <PageHead title={t("places.storage")}>
        <Link href="/drive/trash" className={buttonClass("plain")}>
          {t("places.toTrash")}
        </Link>
      </PageHead>
      <section aria-label={t("places.byKind")} className="grid gap-4 rounded-2xl border border-line p-4 sm:p-6">
        <p className="flex flex-wrap items-baseline justify-between gap-x-6">
          <span className="font-semibold text-2xl tracking-tight tabular-nums sm:text-3xl">
            {t("places.used", { used: formatBytes(usedBytes), total: formatBytes(quotaBytes) })}
          </span>
          <span className="text-muted tabular-nums">{t("places.free", { free: formatBytes(free) })}</span>
        </p>
        <div
          aria-hidden="true"
          className="flex h-4 gap-0.5 overflow-hidden rounded-full bg-raised forced-colors:border"
        >
          {kinds.map(({ type, bytes }) => (
            <span
              key={type}
              // A hair of each shows, however little it is.
              style={{ width: `max(3px, ${(bytes / quotaBytes) * 100}%)` }}
              className={`forced-color-adjust-none ${TONES[type] ?? TONES.other}`}
            />
          ))}
        </div>
        {kinds.length > 0 && (
          <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
            {kinds.map(({ type, bytes, files }) => (
              <li key={type} className="flex min-h-9 items-center gap-3">
                <span
                  aria-hidden="true"
                  className={`size-3 rounded-full forced-color-adjust-none ${TONES[type] ?? TONES.other}`}
                />
                <span className="flex-1">{t(`places.${type}` as TextKey)}</span>
                <span className="text-muted text-sm">{t("places.files", { count: files })}</span>
                <span className="min-w-20 text-end tabular-nums">{formatBytes(bytes)}</span>
              </li>
            ))}
            {reservedBytes > 0 && (
              <li className="flex min-h-9 items-center gap-3">
                <span aria-hidden="true" className="size-3 rounded-full border border-muted" />
                <span className="flex-1">{t("places.reserved")}</span>
                <span className="min-w-20 text-end tabular-nums">{formatBytes(reservedBytes)}</span>
              </li>
            )}
          </ul>
        )}
      </section>
      <h2 className="mt-8 font-semibold text-lg">{t("places.largest")}</h2>
      <p className="mb-3 text-muted">{t("places.largestText")}</p>
      <EntryList
        source={{ path: "/api/files" }}
        first={{ items: largest, nextCursor: null }}
        here={null}
        view={view}
        empty={
          <EmptyState Icon={HardDrive} title={t("places.emptyTitle")}>
            {t("places.emptyText")}
          </EmptyState>
        }
      />
    </>
  );
}
