"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import type { Entry } from "@/lib/entries/schema";
import type { DialogKind, OpenDialog } from "./dialog-kind";
import { useCommands } from "./use-commands";
import type { Deeds, Target } from "./use-deeds";

const PREVIEW = "preview";

export type OpenedDialog = { kind: DialogKind; entries: Entry[]; opener: HTMLElement | null };

/** What is open over a list. The file that is looked at stands in the address: Back closes it, a copied address opens it. */
export type Dialogs = {
  deeds: Deeds;
  opened: OpenedDialog | null;
  close: () => void;
  previewed: string | null;
  preview: (entry: Entry) => void;
  endPreview: () => void;
};

type Means = { deeds: Deeds; here: Target | null };

/** The commands of a list and what they open. */
export function useListDialogs({ deeds, here }: Means) {
  const [opened, setOpened] = useState<OpenedDialog | null>(null);
  const search = useSearchParams();
  const path = usePathname();
  const router = useRouter();
  const previewed = search.get(PREVIEW);
  const openDialog: OpenDialog = (kind, entries, opener) => setOpened({ kind, entries, opener });
  const addressOf = (id: string | null): string => {
    const query = new URLSearchParams(search);
    if (id === null) query.delete(PREVIEW);
    else query.set(PREVIEW, id);
    return query.size > 0 ? `${path}?${query}` : path;
  };
  // Next keeps its own state in the history's entries, and follows these calls without asking the server.
  const preview = ({ id }: Entry) => {
    if (previewed === null) window.history.pushState({ isPreview: true }, "", addressOf(id));
    else window.history.replaceState(ownState(), "", addressOf(id));
  };
  const endPreview = () => {
    if (window.history.state?.isPreview) router.back();
    else window.history.replaceState(ownState(), "", addressOf(null));
  };
  const { commands, clipboard, opening } = useCommands({
    deeds,
    here,
    openDialog,
    onPreview: preview,
  });
  const dialogs: Dialogs = {
    deeds,
    opened,
    close: () => setOpened(null),
    previewed,
    preview,
    endPreview,
  };
  return { commands, clipboard, opening, dialogs };
}

// What carries Next's own marks is taken for Next's own, and not followed.
function ownState(): Record<string, unknown> {
  const state: Record<string, unknown> = window.history.state ?? {};
  return Object.fromEntries(Object.entries(state).filter(([key]) => !key.startsWith("__")));
}
