import { Ban, Copy, Link2, Link2Off, SlidersHorizontal } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Cell, ColumnHeader, RowHeader } from "@/components/ui/table-parts";
import { useT } from "@/components/ui/texts";
import { useIsDesk } from "@/components/ui/use-is-desk";
import { endOfShare } from "@/lib/sharing/client-share-end";
import type { Share } from "@/lib/sharing/schema";
import { ShareState } from "./share-state";
import { VisitPlot } from "./visit-plot";

/** The columns of the links. */
export const shareColumns = "flex items-center gap-3 sm:px-3";

type Props = {
  share: Share;
  isDisabled: boolean;
  onCopy: () => void;
  onEdit: (opener: HTMLElement) => void;
  onRevoke: () => void;
};

// On a phone there is room for icons alone.
const buttonClass = "max-sm:size-11 max-sm:border-0 max-sm:bg-transparent max-sm:px-0";
const iconClass = "size-4 max-sm:size-5 md:hidden lg:block";

export function ShareHeader() {
  const t = useT();
  return (
    <>
      <ColumnHeader>{t("entries.name")}</ColumnHeader>
      <ColumnHeader className="max-sm:hidden">{t("sharing.visits")}</ColumnHeader>
      <ColumnHeader>{t("entries.actions")}</ColumnHeader>
    </>
  );
}

export function ShareCells({ share, isDisabled, onCopy, onEdit, onRevoke }: Props) {
  const t = useT();
  const isDesk = useIsDesk();
  const end = endOfShare(share);
  const Icon = end ? Link2Off : Link2;
  return (
    <>
      <RowHeader className="flex min-w-0 flex-1 items-center gap-3">
        <span
          className={`grid size-9 shrink-0 place-items-center rounded-lg max-sm:hidden ${end ? "bg-raised text-muted" : "bg-accent-soft text-accent"}`}
        >
          <Icon aria-hidden="true" className="size-5" />
        </span>
        <span className="grid min-w-0 leading-5">
          <span dir="auto" className={`max-w-full justify-self-start truncate ${end ? "text-muted line-through" : ""}`}>
            {share.name}
          </span>
          <span className="truncate text-muted text-sm">
            {end && end !== "revoked" && `${t(`sharing.${end}`)} · `}
            <ShareState share={share} />
          </span>
          {!isDesk && <VisitPlot shareId={share.id} />}
        </span>
      </RowHeader>
      {isDesk && (
        <Cell className="shrink-0">
          <VisitPlot shareId={share.id} />
        </Cell>
      )}
      <Cell className="flex shrink-0 justify-end sm:gap-2">
        {!end && (
          <Button aria-label={t("sharing.copyLinkOf", { name: share.name })} className={buttonClass} onClick={onCopy}>
            <Copy aria-hidden="true" className={iconClass} />
            <span className="max-sm:hidden">{t("sharing.copyLink")}</span>
          </Button>
        )}
        {!share.revokedAt && (
          <>
            <Button
              aria-label={t("sharing.editOf", { name: share.name })}
              className={buttonClass}
              onClick={(event) => onEdit(event.currentTarget)}
            >
              <SlidersHorizontal aria-hidden="true" className={iconClass} />
              <span className="max-sm:hidden">{t("sharing.edit")}</span>
            </Button>
            <Button
              look="danger"
              aria-label={t("sharing.revokeOf", { name: share.name })}
              disabled={isDisabled}
              className={buttonClass}
              onClick={onRevoke}
            >
              <Ban aria-hidden="true" className={iconClass} />
              <span className="max-sm:hidden">{t("sharing.revoke")}</span>
            </Button>
          </>
        )}
      </Cell>
    </>
  );
}
