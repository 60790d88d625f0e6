import { Ban, Copy, Link2, Link2Off, SlidersHorizontal } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Cell, ColumnHeader, RowHeader } from "@/components/ui/table-parts";
import { useT } from "@/components/ui/texts";
import { useIsRoomy } from "@/components/ui/use-width";
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

// Where it is narrow there is room for icons alone.
const buttonClass = "max-lg:size-11 max-lg:border-0 max-lg:bg-transparent max-lg:px-0";
const iconClass = "size-4 max-lg:size-5";

export function ShareHeader() {
  const t = useT();
  return (
    <>
      <ColumnHeader>{t("entries.name")}</ColumnHeader>
      <ColumnHeader className="max-lg:hidden">{t("sharing.visits")}</ColumnHeader>
      <ColumnHeader>{t("entries.actions")}</ColumnHeader>
    </>
  );
}

export function ShareCells({ share, isDisabled, onCopy, onEdit, onRevoke }: Props) {
  const t = useT();
  const isRoomy = useIsRoomy();
  const end = endOfShare(share);
  const Icon = end ? Link2Off : Link2;
  return (
    <>
      <RowHeader className="flex min-w-0 flex-1 items-center gap-3">
        <span
          className={`grid size-9 shrink-0 place-items-center rounded-lg max-lg:hidden ${end ? "bg-raised text-muted" : "bg-accent-soft text-accent"}`}
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
          {!isRoomy && (
            <span className="mt-1">
              <VisitPlot shareId={share.id} />
            </span>
          )}
        </span>
      </RowHeader>
      {isRoomy && (
        <Cell className="shrink-0">
          <VisitPlot shareId={share.id} />
        </Cell>
      )}
      <Cell className="flex shrink-0 justify-end sm:gap-2">
        {!end && (
          <Button aria-label={t("sharing.copyLinkOf", { name: share.name })} className={buttonClass} onClick={onCopy}>
            <Copy aria-hidden="true" className={iconClass} />
            <span className="max-lg:hidden">{t("sharing.copyLink")}</span>
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
              <span className="max-lg:hidden">{t("sharing.edit")}</span>
            </Button>
            <Button
              look="danger"
              aria-label={t("sharing.revokeOf", { name: share.name })}
              disabled={isDisabled}
              className={buttonClass}
              onClick={onRevoke}
            >
              <Ban aria-hidden="true" className={iconClass} />
              <span className="max-lg:hidden">{t("sharing.revoke")}</span>
            </Button>
          </>
        )}
      </Cell>
    </>
  );
}
