"use client";

import { Download, FolderInput, Link2, MoreHorizontal, Pencil, Trash2 } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuLine, menuItemClass } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toasts";
import { restoreEntries, trashEntries } from "@/lib/entries/actions";
import type { Entry } from "@/lib/entries/schema";
import type { OpenDialog } from "./entry-dialogs";

const iconClass = "size-4 text-muted";

export function EntryMenu({ entry, onOpen }: { entry: Entry; onOpen: OpenDialog }) {
  const button = useRef<HTMLButtonElement>(null);
  const toast = useToast();
  const trash = async () => {
    const result = await trashEntries({ entryIds: [entry.id] });
    if (!result.ok) return toast({ message: result.error.message, isError: true });
    const undo = async () => {
      const undone = await restoreEntries({ entryIds: [entry.id] });
      if (!undone.ok) toast({ message: undone.error.message, isError: true });
    };
    toast({ message: `“${entry.name}” is in the trash`, undo });
  };
  const trigger = (
    <Button
      ref={button}
      look="quiet"
      aria-label={`More actions for ${entry.name}`}
      className="size-11 px-0 text-muted data-[state=open]:bg-raised sm:size-11"
    >
      <MoreHorizontal aria-hidden="true" className="size-5" />
    </Button>
  );
  return (
    <Menu trigger={trigger} title={entry.name}>
      {entry.kind === "file" && (
        <DropdownMenu.Item asChild className={menuItemClass()}>
          <a href={`/api/files/${entry.id}/content`}>
            <Download aria-hidden="true" className={iconClass} /> Download
          </a>
        </DropdownMenu.Item>
      )}
      <MenuItem onSelect={() => onOpen("share", entry, button.current)}>
        <Link2 aria-hidden="true" className={iconClass} /> Share…
      </MenuItem>
      <MenuItem onSelect={() => onOpen("rename", entry, button.current)}>
        <Pencil aria-hidden="true" className={iconClass} /> Rename…
      </MenuItem>
      <MenuItem onSelect={() => onOpen("move", entry, button.current)}>
        <FolderInput aria-hidden="true" className={iconClass} /> Move to…
      </MenuItem>
      <MenuLine />
      <MenuItem look="danger" onSelect={trash}>
        <Trash2 aria-hidden="true" className="size-4" /> Move to trash
      </MenuItem>
    </Menu>
  );
}
