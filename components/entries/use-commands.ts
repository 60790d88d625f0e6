"use client";

import { useState, useTransition } from "react";
import { useStore } from "@/components/ui/store";
import { useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import { useReach, useRouter } from "@/components/ui/use-router";
import type { Entry } from "@/lib/entries/schema";
import { type Clipboard, clipboard } from "./clipboard";
import type { OpenDialog } from "./dialog-kind";
import type { Deeds, Target } from "./use-deeds";
import { useDownload } from "./use-download";
import { useZip } from "./use-zip";

/** What menus, keys, drags and the toolbar ask for. */
export type Commands = {
  open: (entry: Entry) => void;
  download: (entries: Entry[]) => void;
  duplicate: (entries: Entry[]) => void;
  star: (entries: Entry[], starred: boolean) => void;
  clip: (mode: "copy" | "cut", entries: Entry[]) => void;
  paste: () => void;
  trash: (entries: Entry[]) => void;
  move: (entries: Entry[], target: Target) => void;
  dialog: OpenDialog;
};

type Means = {
  deeds: Deeds;
  /** Where what is pasted goes; a place that is no folder takes nothing. */
  here: Target | null;
  openDialog: OpenDialog;
  onPreview: (entry: Entry) => void;
};

/** The commands of a list, and what is on the clipboard for them. */
export function useCommands({ deeds, here, openDialog, onPreview }: Means): {
  commands: Commands;
  clipboard: Clipboard;
  /** The folder that is on its way. */
  opening: string | null;
} {
  const router = useRouter();
  const isReached = useReach();
  const toast = useToast();
  const t = useT();
  const download = useDownload((reason) => toast({ message: reason, isError: true }));
  const zip = useZip();
  const [opened, setOpened] = useState<string | null>(null);
  const [isOpening, startOpening] = useTransition();
  const clipped = useStore(clipboard, null);
  const commands: Commands = {
    open: (entry) => {
      if (entry.kind === "file") return onPreview(entry);
      setOpened(entry.id);
      startOpening(() => router.push(`/drive/${entry.id}`));
    },
    download: (entries) => {
      if (!isReached()) return;
      const [entry] = entries;
      if (entries.length === 1 && entry?.kind === "file") void download(entry);
      else zip(entries, entries.length === 1 && entry ? entry.name : (here?.name ?? t("entries.myFiles")));
    },
    duplicate: (entries) => void deeds.copy(entries),
    star: (entries, starred) => void deeds.star(entries, starred),
    trash: (entries) => void deeds.trash(entries),
    move: (entries, target) => void deeds.move(entries, target),
    clip: (mode, entries) => {
      if (entries.length === 0) return;
      clipboard.set({ mode, entries });
      toast({ message: t(mode === "cut" ? "entries.cutCount" : "entries.copyCount", { count: entries.length }) });
    },
    paste: () => {
      if (!clipped || !here) return;
      if (clipped.mode === "copy") return void deeds.copy(clipped.entries, here);
      const { entries } = clipped;
      const moved = entries.filter(({ id, parentId }) => id !== here.id && (parentId ?? "root") !== here.id);
      if (entries.some(({ id }) => id === here.id)) {
        const about = { count: 1, total: entries.length, reason: t("entries.reasonCycle") };
        toast({ message: t("entries.notDone", about), isError: true });
      } else if (moved.length === 0) toast({ message: t("entries.isHere") });
      if (moved.length === 0) return;
      clipboard.set(null);
      void deeds.move(moved, here);
    },
    dialog: openDialog,
  };
  return { commands, clipboard: clipped, opening: isOpening ? opened : null };
}
