"use client";

import { FolderPlus, FolderUp, Plus, Upload } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Modal } from "@/components/ui/modal";
import { useToast } from "@/components/ui/toasts";
import { pickFiles } from "@/components/uploads/pick-files";
import { createFolder } from "@/lib/entries/actions";
import { NameForm } from "./name-form";

const PLACES = ["links", "trash"];
const iconClass = "size-4 text-muted";

/** What is new goes into the folder one looks at; from any other place, into the top folder. */
function useFolderId(): { folderId: string; isFolder: boolean } {
  const [, , place = ""] = usePathname().split("/");
  const isFolder = !PLACES.includes(place);
  return { folderId: isFolder && place ? place : "root", isFolder };
}

export function NewMenu() {
  const { folderId, isFolder } = useFolderId();
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const toast = useToast();
  const router = useRouter();
  const close = () => setOpener(null);
  const create = async (name: string) => {
    const result = await createFolder({ parentId: folderId, name });
    if (result.ok && !isFolder) toast({ message: `“${result.value.name}” is in My files` });
    return result;
  };
  const trigger = (
    <Button
      ref={button}
      look="primary"
      // On a phone it floats over the rows, whose own buttons matter more where nothing is made.
      className={`${isFolder ? "" : "max-sm:hidden"} fixed right-4 bottom-[calc(4.75rem+env(safe-area-inset-bottom))] z-20 max-sm:[body:has([data-tray])_&]:bottom-[calc(9.25rem+env(safe-area-inset-bottom))] min-h-14 rounded-2xl px-5 shadow-float sm:static sm:min-h-12 sm:self-start sm:shadow-none`}
    >
      <Plus aria-hidden="true" className="size-5" />
      New
    </Button>
  );
  return (
    <>
      <Menu trigger={trigger} title="New" align="start">
        <MenuItem onSelect={() => pickFiles(folderId, false, router.refresh)}>
          <Upload aria-hidden="true" className={iconClass} /> Upload files
        </MenuItem>
        <MenuItem onSelect={() => pickFiles(folderId, true, router.refresh)}>
          <FolderUp aria-hidden="true" className={iconClass} /> Upload folder
        </MenuItem>
        <MenuItem onSelect={() => setOpener(button.current)}>
          <FolderPlus aria-hidden="true" className={iconClass} /> New folder
        </MenuItem>
      </Menu>
      {opener && (
        <Modal title="New folder" onClose={close} opener={opener}>
          <NameForm label="Name" submit="Create" save={create} onDone={close} />
        </Modal>
      )}
    </>
  );
}
