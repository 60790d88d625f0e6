"use client";

import { useId, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmModal } from "@/components/ui/confirm-modal";
import { useRefusal, useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import { reach } from "@/lib/http/client";
import { revokeShare } from "@/lib/sharing/actions";
import type { Share } from "@/lib/sharing/schema";
import { copyLink } from "./copy-link";
import { ShareState } from "./share-state";

type Props = { name: string; links: Share[]; onEdit: (share: Share) => void; onRevoked: (share: Share) => void };

const buttonClass = "min-h-11 px-3 sm:min-h-9";

/** The links that an entry has already. */
export function EntryShares({ name, links, onEdit, onRevoked }: Props) {
  const [pending, start] = useTransition();
  const [revoked, setRevoked] = useState<Share | null>(null);
  const section = useRef<HTMLElement>(null);
  const id = useId();
  const toast = useToast();
  const t = useT();
  const refuse = useRefusal();
  const copy = async (share: Share) =>
    toast((await copyLink(share.url)) ? { message: t("sharing.linkCopied") } : { message: share.url });
  const revoke = (share: Share) =>
    start(async () => {
      const result = await reach(() => revokeShare({ shareId: share.id }));
      if (!result.ok) return toast({ message: refuse(result.error), isError: true });
      toast({ message: t("sharing.isRevoked") });
      // Its row goes, and the focus with it.
      section.current?.closest("dialog")?.focus();
      onRevoked(share);
    });
  if (links.length === 0) return null;
  return (
    <section ref={section} className="mt-6 border-line border-t pt-4">
      <h3 className="mb-1 font-medium text-sm">{t("sharing.already")}</h3>
      <ul>
        {links.map((share) => (
          <li
            key={share.id}
            className="flex flex-wrap items-center justify-between gap-x-3 border-line border-b py-2 last:border-0"
          >
            <p id={id + share.id} className="text-muted text-sm">
              <ShareState share={share} />
            </p>
            <div className="-ms-3 flex sm:ms-0">
              <Button look="quiet" aria-describedby={id + share.id} className={buttonClass} onClick={() => copy(share)}>
                {t("sharing.copyLink")}
              </Button>
              <Button
                look="quiet"
                aria-describedby={id + share.id}
                className={buttonClass}
                onClick={() => onEdit(share)}
              >
                {t("sharing.edit")}
              </Button>
              <Button
                look="quiet"
                aria-describedby={id + share.id}
                disabled={pending}
                className={`${buttonClass} text-danger`}
                onClick={() => setRevoked(share)}
              >
                {t("sharing.revoke")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {revoked && (
        <ConfirmModal
          title={t("sharing.revokeTitle", { name })}
          text={t("sharing.revokeText")}
          confirm={t("sharing.revoke")}
          onConfirm={() => revoke(revoked)}
          onClose={() => setRevoked(null)}
        />
      )}
    </section>
  );
}
