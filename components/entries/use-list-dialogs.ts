"use client";

import { useState } from "react";
import type { Entry } from "@/lib/entries/schema";
import type { DialogKind, OpenDialog } from "./dialog-kind";
import { useCommands } from "./use-commands";
import type { Deeds, Target } from "./use-deeds";
import { usePreviewed } from "./use-previewed";

export type OpenedDialog = { kind: DialogKind; entries: Entry[]; opener: HTMLElement | null };

/** What is open over a list. */
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
  const looking = usePreviewed();
  const openDialog: OpenDialog = (kind, entries, opener) => setOpened({ kind, entries, opener });
  const { commands, clipboard, opening } = useCommands({ deeds, here, openDialog, onPreview: looking.preview });
  const dialogs: Dialogs = { deeds, opened, close: () => setOpened(null), ...looking };
  return { commands, clipboard, opening, dialogs };
}
