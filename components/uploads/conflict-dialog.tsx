"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { Modal } from "@/components/ui/modal";
import { Text, useT } from "@/components/ui/texts";
import type { Entry } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import { type Choice, rememberChoice } from "./conflict-choice";
import { answerConflict } from "./upload-jobs";
import { planOf } from "./upload-queue";
import { allItems, type TrayItem } from "./upload-store";

/** Asks what to do about a name that is taken; closed without an answer, it skips the file. */
export function ConflictDialog({ item }: { item: TrayItem }) {
  const t = useT();
  const forAll = useRef<HTMLInputElement>(null);
  const isAnswered = useRef(false);
  // A file became no version of what is there: it is a folder.
  const isFolder = planOf(item.id)?.onConflict === "version";
  const where = useFolderName(item.parentId);
  const answer = (choice: Choice) => {
    if (isAnswered.current) return;
    isAnswered.current = true;
    const isForAll = forAll.current?.checked ?? false;
    if (isForAll) rememberChoice(choice);
    const asking = isForAll ? allItems().filter(({ state }) => state === "asking") : [item];
    for (const { id } of asking) answerConflict(id, choice);
  };
  return (
    <Modal title={t("uploads.taken", { name: item.name })} onClose={() => answer("skip")} staysOver>
      <div className="grid gap-1 text-muted">
        {where && (
          <p>
            <Text name="uploads.takenIn" values={{ folder: <bdi>{where}</bdi> }} />
          </p>
        )}
        <p>{t(isFolder ? "uploads.takenByFolder" : "uploads.takenText")}</p>
        {!isFolder && <p>{t("uploads.replaceNote")}</p>}
      </div>
      <div className="mt-3">
        <CheckField ref={forAll} label={t("uploads.forAll")} />
      </div>
      <div className="mt-4 flex flex-wrap justify-end gap-2 max-sm:grid">
        <Button onClick={() => answer("skip")}>{t("uploads.skip")}</Button>
        <Button look={isFolder ? "primary" : "plain"} onClick={() => answer("rename")}>
          {t("uploads.keepBoth")}
        </Button>
        {!isFolder && (
          <Button look="primary" data-focus-first onClick={() => answer("version")}>
            {t("uploads.replace")}
          </Button>
        )}
      </div>
    </Modal>
  );
}

/** The name of the folder that the file goes to: it need not be the one that is looked at by now. */
function useFolderName(id: string): string | null {
  const t = useT();
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    if (id === "root") return;
    const leaving = new AbortController();
    callApi<Entry>(`/api/files/${id}`, { signal: leaving.signal })
      .then((result) => result.ok && setName(result.value.name))
      .catch(() => undefined);
    return () => leaving.abort();
  }, [id]);
  return id === "root" ? t("entries.myFiles") : name;
}
