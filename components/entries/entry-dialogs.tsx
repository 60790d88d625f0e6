"use client";

import { ShareDialog } from "@/components/sharing/share-dialog";
import { KeysDialog } from "./keys-dialog";
import { MoveDialog } from "./move-dialog";
import { NewFolderDialog } from "./new-folder-dialog";
import { RenameDialog } from "./rename-dialog";
import type { Dialogs } from "./use-list-dialogs";

/** The one dialog that may be open over a list. It belongs to the list and not to a row, which may scroll out of being. */
export function EntryDialogs({ dialogs, folderId }: { dialogs: Dialogs; folderId: string }) {
  const { opened, close, deeds } = dialogs;
  if (!opened) return null;
  const { kind, entries, opener } = opened;
  const [entry] = entries;
  const about = { opener, onClose: close };
  if (kind === "folder") return <NewFolderDialog folderId={folderId} {...about} />;
  if (kind === "keys") return <KeysDialog {...about} />;
  if (kind === "move") return <MoveDialog entries={entries} onMove={(to) => void deeds.move(entries, to)} {...about} />;
  if (!entry) return null;
  if (kind === "rename")
    return <RenameDialog entry={entry} onRename={(name) => deeds.rename(entry, name)} {...about} />;
  return kind === "share" ? <ShareDialog entry={entry} {...about} /> : null;
}
