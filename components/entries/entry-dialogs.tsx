"use client";

import { useState } from "react";
import { ShareDialog } from "@/components/sharing/share-dialog";
import type { Entry } from "@/lib/entries/schema";
import { MoveDialog } from "./move-dialog";
import { RenameDialog } from "./rename-dialog";

type Kind = "rename" | "move" | "share";
type Open = { kind: Kind; entry: Entry; opener: HTMLElement | null };

/** Opens a dialog about an entry; the focus comes back to `opener`. */
export type OpenDialog = (kind: Kind, entry: Entry, opener: HTMLElement | null) => void;

const DIALOGS = { rename: RenameDialog, move: MoveDialog, share: ShareDialog };

/** The one dialog that may be open over a list. It belongs to the list and not to a row, which may scroll out of being. */
export function useEntryDialogs(): { onOpen: OpenDialog; dialog: React.ReactNode } {
  const [open, setOpen] = useState<Open | null>(null);
  const onOpen: OpenDialog = (kind, entry, opener) => setOpen({ kind, entry, opener });
  if (!open) return { onOpen, dialog: null };
  const Dialog = DIALOGS[open.kind];
  return { onOpen, dialog: <Dialog entry={open.entry} opener={open.opener} onClose={() => setOpen(null)} /> };
}
