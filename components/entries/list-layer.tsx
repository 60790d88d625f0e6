"use client";

import { MenuAt } from "@/components/ui/menu";
import type { Opened } from "@/components/ui/menu-props";
import { useT } from "@/components/ui/texts";
import type { Entry } from "@/lib/entries/schema";
import { EntryDialogs } from "./entry-dialogs";
import { EntryMenu } from "./entry-menu";
import { GroundMenu } from "./ground-menu";
import { DetailsPanel, EntryPreview } from "./late-parts";
import type { Commands } from "./use-commands";
import type { Target } from "./use-deeds";
import type { Dialogs } from "./use-list-dialogs";
import type { Band } from "./use-rubber-band";

/** A menu that is open: on no entries it is the empty ground's. */
export type OpenMenu = Opened & { entries: Entry[] };

type Props = {
  items: Entry[];
  /** Whether the list goes on beyond them, and what reads on. */
  hasMore: boolean;
  onMore: () => void;
  band: Band | null;
  menu: OpenMenu | null;
  selected: Entry[];
  commands: Commands;
  dialogs: Dialogs;
  here: Target | null;
  canPaste: boolean;
  isReading: boolean;
  onMenuClose: () => void;
};

/** What lies over a list: the selection's bar, the menu, a dialog, a preview, and the rectangle that is drawn. */
export function ListLayer(props: Props) {
  const { items, hasMore, onMore, band, menu, selected, commands, dialogs, here, canPaste, isReading, onMenuClose } =
    props;
  const t = useT();
  const titleOf = (open: OpenMenu | null): string => {
    const [entry, second] = open?.entries ?? [];
    if (second) return t("entries.selected", { count: open?.entries.length ?? 0 });
    return entry?.name ?? t("entries.new");
  };
  // What has left the list has no details here.
  const asked = dialogs.opened?.kind === "details" ? dialogs.opened.entries : [];
  const known = asked.flatMap(({ id }) => items.find((item) => item.id === id) ?? []);
  const detailed = asked.length > 0 && selected.length > 0 ? selected : known;
  return (
    <>
      <MenuAt at={menu?.at ?? null} title={titleOf(menu)} opener={menu?.opener ?? null} onClose={onMenuClose}>
        {menu && menu.entries.length > 0 && <EntryMenu {...menu} commands={commands} />}
        {menu?.entries.length === 0 && here && (
          <GroundMenu folderId={here.id} canPaste={canPaste} commands={commands} />
        )}
      </MenuAt>
      <EntryDialogs dialogs={dialogs} folderId={here?.id ?? "root"} />
      {dialogs.previewed && (
        <EntryPreview
          entryId={dialogs.previewed}
          entries={items}
          hasMore={hasMore}
          onMore={onMore}
          onShow={dialogs.preview}
          onClose={dialogs.endPreview}
          onShare={(entry) => commands.dialog("share", [entry], null)}
        />
      )}
      {detailed.length > 0 && <DetailsPanel entries={detailed} onClose={dialogs.close} />}
      <p role="status" className="sr-only">
        {isReading
          ? t("entries.readingAll")
          : selected.length > 0
            ? t("entries.selected", { count: selected.length })
            : ""}
      </p>
      {band && (
        <div
          aria-hidden="true"
          className="pointer-events-none fixed z-20 rounded-sm border border-accent bg-accent/15"
          style={{ ...band, left: band.left - window.scrollX, top: band.top - window.scrollY }}
        />
      )}
    </>
  );
}
