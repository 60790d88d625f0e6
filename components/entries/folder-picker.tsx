"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useRefusal, useT } from "@/components/ui/texts";
import type { Entry, Page } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import type { Result } from "@/lib/http/result";
import { EntryIcon } from "./entry-icon";

export type Picked = { id: string; name: string };

type Props = { trail: Picked[]; exceptIds: string[]; onGo: (trail: Picked[]) => void };
type Listed = { of: string; result: Result<Entry[]> };

/** Walks the folders of the drive; the last one of the trail is where one is. */
export function FolderPicker({ trail, exceptIds, onGo }: Props) {
  const t = useT();
  const refuse = useRefusal();
  const [listed, setListed] = useState<Listed | null>(null);
  const [attempt, setAttempt] = useState(0);
  const here = trail.at(-1);
  const hereId = here?.id ?? "root";
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    const leaving = new AbortController();
    listFolders(hereId, leaving.signal)
      .then((result) => setListed({ of: hereId, result }))
      .catch(() => undefined);
    return () => leaving.abort();
  }, [hereId, attempt]);
  const result = listed?.of === hereId ? listed.result : null;
  const folders = result?.ok ? result.value.filter((folder) => !exceptIds.includes(folder.id)) : [];
  return (
    <>
      <div className="flex min-h-11 items-center gap-1">
        {trail.length > 1 && (
          <Button
            look="quiet"
            aria-label={t("entries.up")}
            className="-ms-2 size-11 px-0 sm:size-11"
            onClick={() => onGo(trail.slice(0, -1))}
          >
            <ChevronLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
          </Button>
        )}
        <p dir="auto" className="truncate font-medium">
          {here?.name}
        </p>
      </div>
      <ul
        aria-label={t("entries.folders")}
        aria-busy={!result}
        className="my-2 h-60 overflow-auto rounded-xl border border-line p-1"
      >
        {!result && [0, 1, 2, 3].map((row) => <li key={row} className="m-1 h-10 animate-pulse rounded-lg bg-raised" />)}
        {folders.map((folder) => (
          <li key={folder.id}>
            <button
              type="button"
              onClick={() => onGo([...trail, folder])}
              className="flex min-h-12 w-full items-center gap-3 rounded-lg px-2 text-start hover:bg-raised"
            >
              <EntryIcon kind="folder" type={null} />
              <span className="min-w-0 flex-1 truncate text-start">
                <bdi>{folder.name}</bdi>
              </span>
              <ChevronRight aria-hidden="true" className="size-4 text-muted rtl:-scale-x-100" />
            </button>
          </li>
        ))}
        {result?.ok && folders.length === 0 && (
          <li className="px-4 py-20 text-center text-muted">{t("entries.noFolders")}</li>
        )}
        {result && !result.ok && (
          <li className="grid justify-items-center gap-3 px-4 py-14 text-center">
            {refuse(result.error)}
            <Button onClick={() => setAttempt(attempt + 1)}>{t("ui.tryAgain")}</Button>
          </li>
        )}
      </ul>
    </>
  );
}

/** All folders in a folder: they stand before its files, so the first file is where one stops. */
async function listFolders(parent: string, signal: AbortSignal): Promise<Result<Entry[]>> {
  const folders: Entry[] = [];
  const search = new URLSearchParams({ parent, limit: "1000" });
  for (;;) {
    const result = await callApi<Page<Entry>>(`/api/files?${search}`, { signal });
    if (!result.ok) return result;
    const { items, nextCursor } = result.value;
    const found = items.filter((item) => item.kind === "folder");
    folders.push(...found);
    if (found.length < items.length || nextCursor === null) return { ok: true, value: folders };
    search.set("cursor", nextCursor);
  }
}
