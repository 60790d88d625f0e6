"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useEffect, useState } from "react";
import { EntryIcon } from "@/components/entries/entry-icon";
import { Button } from "@/components/ui/button";
import { handsFocusBack } from "@/components/ui/focus";
import { Moment } from "@/components/ui/moment";
import { useT } from "@/components/ui/texts";
import { useFormats } from "@/components/ui/use-formats";
import type { Entry, Page, Path, Version } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import { previewKindOf } from "@/lib/preview-kind";
import { endOfShare } from "@/lib/sharing/client-share-end";
import type { Share } from "@/lib/sharing/schema";
import { EntryActivity } from "./entry-activity";
import { kindName } from "./kind-name";

/** Null is what could not be asked for: it is never told as none. */
type Facts = { path: Path["items"] | null; links: number | null; versions: number | null };

const UNKNOWN = "–";

/** What there is to know of an entry, beside the list on a desk and over it on a phone. */
export function DetailsPanel({ entries, onClose }: { entries: Entry[]; onClose: () => void }) {
  const t = useT();
  const { formatBytes } = useFormats();
  const [entry] = entries;
  const isOne = entries.length === 1;
  const size = entries.reduce((sum, each) => sum + (each.size ?? 0), 0);
  return (
    <aside
      ref={handsFocusBack}
      aria-label={t("details.details")}
      data-details
      className="fixed inset-x-0 bottom-0 z-30 max-h-[75dvh] animate-[rise_150ms_ease-out] overflow-y-auto rounded-t-3xl border border-line bg-surface px-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] shadow-float sm:inset-x-auto sm:end-5 sm:top-15 sm:bottom-5 sm:max-h-none sm:w-80 sm:rounded-2xl"
    >
      <header className="sticky top-0 -mx-1 flex items-center justify-between bg-surface py-3">
        <h2 className="px-1 font-semibold text-lg">{t("details.details")}</h2>
        <Button
          look="quiet"
          aria-label={t("ui.close")}
          className="size-11 px-0 text-muted sm:size-11"
          onClick={onClose}
        >
          <X aria-hidden="true" className="size-5" />
        </Button>
      </header>
      {entry && isOne ? (
        <OneEntry key={entry.id} entry={entry} />
      ) : (
        <p className="py-2">
          {t("entries.selected", { count: entries.length })} · {formatBytes(size)}
        </p>
      )}
    </aside>
  );
}

function OneEntry({ entry }: { entry: Entry }) {
  const t = useT();
  const { formatBytes } = useFormats();
  const facts = useFacts(entry);
  const where = facts?.path?.at(-2);
  const isPicture = previewKindOf(entry) === "image";
  const accessOf = (links: number | null): string => {
    if (links === null) return UNKNOWN;
    return links === 0 ? t("details.onlyYou") : t("details.links", { count: links });
  };
  return (
    <>
      <div className="grid h-44 place-items-center overflow-hidden rounded-2xl bg-ground">
        {isPicture ? (
          // biome-ignore lint/performance/noImgElement: user images never go through an optimizer (SECURITY 20)
          <img src={`/api/files/${entry.id}/content?disposition=inline`} alt="" className="size-full object-contain" />
        ) : (
          <EntryIcon kind={entry.kind} type={entry.type} size="lg" />
        )}
      </div>
      <p className="wrap-anywhere mt-4 font-medium">
        <bdi>{entry.name}</bdi>
      </p>
      <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2.5 text-sm [&_dd]:text-end [&_dt]:text-muted">
        <dt>{t("details.kind")}</dt>
        <dd className="truncate">{kindName(entry, t)}</dd>
        {entry.size !== null && (
          <>
            <dt>{t("entries.size")}</dt>
            <dd>{formatBytes(entry.size)}</dd>
          </>
        )}
        <dt>{t("details.where")}</dt>
        <dd className="truncate">
          {where && (
            <Link
              href={where.id === "root" ? "/drive" : `/drive/${where.id}`}
              prefetch={false}
              className="max-sm:inline-flex max-sm:min-h-11 max-sm:items-center underline underline-offset-4"
            >
              {where.id === "root" ? t("entries.myFiles") : where.name}
            </Link>
          )}
          {facts?.path === null && UNKNOWN}
        </dd>
        <dt>{t("entries.modified")}</dt>
        <dd>
          <Moment at={entry.modifiedAt} />
        </dd>
        <dt>{t("details.created")}</dt>
        <dd>
          <Moment at={entry.createdAt} />
        </dd>
        <dt>{t("details.access")}</dt>
        <dd>{facts && accessOf(facts.links)}</dd>
        {entry.kind === "file" && (
          <>
            <dt>{t("details.versions")}</dt>
            <dd>{facts && (facts.versions ?? UNKNOWN)}</dd>
          </>
        )}
      </dl>
      <EntryActivity key={entry.etag} entryId={entry.id} />
    </>
  );
}

/** What the list does not know of an entry; without a network it is asked for again when that is back. */
function useFacts({ id, kind }: Entry): Facts | null {
  const [facts, setFacts] = useState<Facts | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const ask = () =>
      Promise.all([
        callApi<Path>(`/api/files/${id}/path`, { signal }),
        callApi<Page<Share>>(`/api/files/${id}/shares`, { signal }),
        kind === "file" ? callApi<Page<Version>>(`/api/files/${id}/versions`, { signal }) : null,
      ])
        .then(([path, shares, versions]) =>
          setFacts({
            path: path.ok ? path.value.items : null,
            links: shares.ok ? shares.value.items.filter((share) => endOfShare(share) === null).length : null,
            versions: versions?.ok ? versions.value.items.length : null,
          }),
        )
        .catch(() => undefined);
    void ask();
    window.addEventListener("online", ask, { signal });
    return () => leaving.abort();
  }, [id, kind]);
  return facts;
}
