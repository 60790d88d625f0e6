"use client";

import { MoreHorizontal } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useState } from "react";
import { ShareDialog } from "@/components/sharing/share-dialog";
import { useToast } from "@/components/ui/toasts";
import { restoreEntries, trashEntries } from "@/lib/entries/actions";
import type { Entry } from "@/lib/entries/schema";
import { MoveDialog } from "./move-dialog";
import { RenameDialog } from "./rename-dialog";

type Open = "rename" | "move" | "share" | null;

const itemClass = "flex min-h-10 cursor-pointer items-center rounded-lg px-3 outline-none data-[highlighted]:bg-raised";

export function EntryMenu({ entry }: { entry: Entry }) {
  const [open, setOpen] = useState<Open>(null);
  const toast = useToast();
  const close = () => setOpen(null);
  const trash = async () => {
    const result = await trashEntries({ entryIds: [entry.id] });
    if (!result.ok) return toast({ message: result.error.message, isError: true });
    const undo = async () => void (await restoreEntries({ entryIds: [entry.id] }));
    toast({ message: `“${entry.name}” is in the trash`, undo });
  };
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger
          aria-label={`More actions for ${entry.name}`}
          className="inline-grid size-11 place-items-center rounded-xl text-muted hover:bg-raised"
        >
          <MoreHorizontal aria-hidden="true" className="size-5" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="end"
            className="z-30 min-w-48 rounded-xl border border-line bg-surface p-1.5 text-ink shadow-float"
          >
            {entry.kind === "file" && (
              <DropdownMenu.Item asChild className={itemClass}>
                <a href={`/api/files/${entry.id}/content`}>Download</a>
              </DropdownMenu.Item>
            )}
            <DropdownMenu.Item className={itemClass} onSelect={() => setOpen("share")}>
              Share…
            </DropdownMenu.Item>
            <DropdownMenu.Item className={itemClass} onSelect={() => setOpen("rename")}>
              Rename…
            </DropdownMenu.Item>
            <DropdownMenu.Item className={itemClass} onSelect={() => setOpen("move")}>
              Move to…
            </DropdownMenu.Item>
            <DropdownMenu.Separator className="my-1 h-px bg-line" />
            <DropdownMenu.Item className={`${itemClass} text-danger`} onSelect={trash}>
              Move to trash
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {open === "rename" && <RenameDialog entry={entry} onClose={close} />}
      {open === "move" && <MoveDialog entry={entry} onClose={close} />}
      {open === "share" && <ShareDialog entry={entry} onClose={close} />}
    </>
  );
}
