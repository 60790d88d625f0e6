"use client";

import { Camera, FolderPlus, FolderUp, Plus, Upload } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useT } from "@/components/ui/texts";
import { useToast } from "@/components/ui/toasts";
import { pickFiles, takePhoto } from "@/components/uploads/pick-files";
import { NewFolderDialog } from "./new-folder-dialog";
import { useFolderId } from "./use-folder-id";

const iconClass = "size-4 text-muted";

export function NewMenu() {
  const t = useT();
  const { folderId, isFolder } = useFolderId();
  // Where it was asked for is where it is made.
  const [opened, setOpened] = useState<{ folderId: string; isFolder: boolean } | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const toast = useToast();
  const trigger = (
    <Button
      ref={button}
      look="primary"
      // On a phone it floats over the rows, whose own buttons matter more where nothing is made.
      className={`${isFolder ? "" : "max-sm:hidden"} fixed end-4 bottom-[calc(4.75rem+env(safe-area-inset-bottom))] z-20 max-sm:[body:has([data-tray])_&]:bottom-[calc(9.25rem+env(safe-area-inset-bottom))] min-h-14 rounded-2xl px-5 shadow-float sm:static sm:min-h-12 sm:self-start sm:shadow-none`}
    >
      <Plus aria-hidden="true" className="size-5" />
      {t("entries.new")}
    </Button>
  );
  return (
    <>
      <Menu trigger={trigger} title={t("entries.new")} align="start">
        <MenuItem onSelect={() => pickFiles(folderId, false)}>
          <Upload aria-hidden="true" className={iconClass} /> {t("entries.uploadFiles")}
        </MenuItem>
        <MenuItem onSelect={() => pickFiles(folderId, true)}>
          <FolderUp aria-hidden="true" className={iconClass} /> {t("entries.uploadFolder")}
        </MenuItem>
        <MenuItem pointer="finger" onSelect={() => takePhoto(folderId)}>
          <Camera aria-hidden="true" className={iconClass} /> {t("entries.takePhoto")}
        </MenuItem>
        <MenuItem onSelect={() => setOpened({ folderId, isFolder })}>
          <FolderPlus aria-hidden="true" className={iconClass} /> {t("entries.newFolder")}
        </MenuItem>
      </Menu>
      {opened && (
        <NewFolderDialog
          folderId={opened.folderId}
          opener={button.current}
          onClose={() => setOpened(null)}
          onMade={opened.isFolder ? undefined : (name) => toast({ message: t("entries.folderMade", { name }) })}
        />
      )}
    </>
  );
}
