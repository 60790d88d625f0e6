"use client";

import { ClipboardPaste, FolderPlus, FolderUp, Upload } from "lucide-react";
import { MenuItem, MenuLine } from "@/components/ui/menu";
import { useT } from "@/components/ui/texts";
import { pickFiles } from "@/components/uploads/pick-files";
import { commandKey } from "./entry-menu";
import type { Commands } from "./use-commands";

const icon = "size-4 text-muted";

type Props = { folderId: string; canPaste: boolean; commands: Commands };

/** What can be done in a folder, by a right click on its empty ground. */
export function GroundMenu({ folderId, canPaste, commands }: Props) {
  const t = useT();
  return (
    <>
      <MenuItem onSelect={() => commands.dialog("folder", [], null)}>
        <FolderPlus aria-hidden="true" className={icon} /> {t("entries.newFolder")}
      </MenuItem>
      <MenuItem onSelect={() => pickFiles(folderId, false)}>
        <Upload aria-hidden="true" className={icon} /> {t("entries.uploadFiles")}
      </MenuItem>
      <MenuItem onSelect={() => pickFiles(folderId, true)}>
        <FolderUp aria-hidden="true" className={icon} /> {t("entries.uploadFolder")}
      </MenuItem>
      {canPaste && (
        <>
          <MenuLine />
          <MenuItem onSelect={commands.paste} hint={`${commandKey()}V`}>
            <ClipboardPaste aria-hidden="true" className={icon} /> {t("entries.paste")}
          </MenuItem>
        </>
      )}
    </>
  );
}
