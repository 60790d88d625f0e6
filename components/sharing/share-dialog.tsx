"use client";

import { useEffect, useState } from "react";
import type { EntryDialogProps } from "@/components/entries/entry-dialog-props";
import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";
import { useT } from "@/components/ui/texts";
import type { Page } from "@/lib/entries/schema";
import { callApi } from "@/lib/http/client";
import { endOfShare } from "@/lib/sharing/client-share-end";
import type { Share } from "@/lib/sharing/schema";
import { CreateShareForm } from "./create-share-form";
import { EditShareForm } from "./edit-share-form";
import { EntryShares } from "./entry-shares";

/** Makes links to an entry, and shows those that there are. */
export function ShareDialog({ entry, opener, onClose }: EntryDialogProps) {
  const t = useT();
  const [links, setLinks] = useState<Share[]>([]);
  const [error, setError] = useState(false);
  const [created, setCreated] = useState<Share | null>(null);
  const [edited, setEdited] = useState<Share | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    callApi<Page<Share>>(`/api/files/${entry.id}/shares`, { signal: leaving.signal })
      .then((result) => {
        if (result.ok) setLinks(result.value.items.filter((link) => endOfShare(link) === null));
        else setError(true);
      })
      .catch(() => undefined);
    return () => leaving.abort();
  }, [entry.id]);
  const put = (share: Share) => setLinks((known) => known.map((link) => (link.id === share.id ? share : link)));
  const drop = (share: Share) => setLinks((known) => known.filter((link) => link.id !== share.id));
  if (edited) {
    const back = () => setEdited(null);
    const save = (share: Share) => {
      put(share);
      back();
    };
    return (
      <Modal title={t("sharing.editOf", { name: entry.name })} onClose={onClose} opener={opener}>
        <EditShareForm share={edited} onSaved={save} onCancel={back} />
      </Modal>
    );
  }
  return (
    <Modal title={t("sharing.share", { name: entry.name })} onClose={onClose} opener={opener}>
      <CreateShareForm
        entryId={entry.id}
        created={created}
        onCreated={(share) => {
          if (created) setLinks((known) => [created, ...known]);
          setCreated(share);
        }}
      />
      {error && <p className="mt-4 text-muted">{t("sharing.notLoaded")}</p>}
      <EntryShares name={entry.name} links={links} onEdit={setEdited} onRevoked={drop} />
      <div className="mt-5 flex justify-end">
        <Button onClick={onClose}>{t("sharing.done")}</Button>
      </div>
    </Modal>
  );
}
