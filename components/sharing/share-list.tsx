"use client";

import { Link2 } from "lucide-react";
import { useState, useTransition } from "react";
import { ConfirmModal } from "@/components/ui/confirm-modal";
import { EmptyState } from "@/components/ui/empty-state";
import { EndlessTable } from "@/components/ui/endless-table";
import { useEmptied } from "@/components/ui/focus";
import { Modal } from "@/components/ui/modal";
import { useRefusal, useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import { usePages } from "@/components/ui/use-pages";
import { useIsRoomy } from "@/components/ui/use-width";
import type { Page } from "@/lib/entries/schema";
import { reach } from "@/lib/http/client";
import { revokeShare } from "@/lib/sharing/actions";
import type { Share } from "@/lib/sharing/schema";
import { copyLink } from "./copy-link";
import { EditShareForm } from "./edit-share-form";
import { ShareCells, ShareHeader, shareColumns } from "./share-cells";

// Where it is narrow the days' visits stand below the name.
const ROW_HEIGHT = { wide: 68, narrow: 104 };

type Edited = { share: Share; opener: HTMLElement };

export function ShareList({ first }: { first: Page<Share> }) {
  const list = usePages({ path: "/api/shares" }, first);
  const [edited, setEdited] = useState<Edited | null>(null);
  const [revoked, setRevoked] = useState<Share | null>(null);
  const [pending, start] = useTransition();
  const toast = useToast();
  const t = useT();
  const refuse = useRefusal();
  const isRoomy = useIsRoomy();
  const copy = async (share: Share) =>
    toast((await copyLink(share.url)) ? { message: t("sharing.linkCopied") } : { message: share.url });
  const revoke = (share: Share) =>
    start(async () => {
      const result = await reach(() => revokeShare({ shareId: share.id }));
      toast(result.ok ? { message: t("sharing.isRevoked") } : { message: refuse(result.error), isError: true });
    });
  const close = () => setEdited(null);
  useEmptied(list.items.length === 0);
  if (list.items.length === 0) {
    return (
      <EmptyState Icon={Link2} title={t("sharing.noLinks")}>
        {t("sharing.noLinksText")}
      </EmptyState>
    );
  }
  return (
    <>
      <EndlessTable
        label={t("sharing.links")}
        list={list}
        rowHeight={ROW_HEIGHT[isRoomy ? "wide" : "narrow"]}
        rowClass={shareColumns}
        header={<ShareHeader />}
        headerClass="sr-only"
      >
        {(share) => (
          <ShareCells
            share={share}
            isDisabled={pending}
            onCopy={() => copy(share)}
            onEdit={(opener) => setEdited({ share, opener })}
            onRevoke={() => setRevoked(share)}
          />
        )}
      </EndlessTable>
      {revoked && (
        <ConfirmModal
          title={t("sharing.revokeTitle", { name: revoked.name })}
          text={t("sharing.revokeText")}
          confirm={t("sharing.revoke")}
          onConfirm={() => revoke(revoked)}
          onClose={() => setRevoked(null)}
        />
      )}
      {edited && (
        <Modal title={t("sharing.editOf", { name: edited.share.name })} onClose={close} opener={edited.opener}>
          <EditShareForm share={edited.share} onSaved={close} onCancel={close} />
        </Modal>
      )}
    </>
  );
}
