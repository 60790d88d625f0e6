"use client";

import { FolderPlus, FolderUp, Plus, Upload } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";
import { pickFiles } from "@/components/uploads/pick-files";
import { createFolder } from "@/lib/entries/actions";
import { NameForm } from "./name-form";

const itemClass =
  "flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-3 outline-none data-[highlighted]:bg-raised";

export function NewMenu({ folderId }: { folderId: string }) {
  const [isNaming, setNaming] = useState(false);
  const close = () => setNaming(false);
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger
          className={buttonClass("primary", "fixed right-4 bottom-20 z-20 shadow-float sm:static sm:shadow-none")}
        >
          <Plus aria-hidden="true" className="size-5" />
          New
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="end"
            sideOffset={6}
            className="z-30 min-w-52 rounded-xl border border-line bg-surface p-1.5 text-ink shadow-float"
          >
            <DropdownMenu.Item className={itemClass} onSelect={() => pickFiles(folderId, false)}>
              <Upload aria-hidden="true" className="size-4" /> Upload files
            </DropdownMenu.Item>
            <DropdownMenu.Item className={itemClass} onSelect={() => pickFiles(folderId, true)}>
              <FolderUp aria-hidden="true" className="size-4" /> Upload folder
            </DropdownMenu.Item>
            <DropdownMenu.Item className={itemClass} onSelect={() => setNaming(true)}>
              <FolderPlus aria-hidden="true" className="size-4" /> New folder
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {isNaming && (
        <Modal title="New folder" onClose={close}>
          <NameForm
            label="Name"
            submit="Create"
            save={(name) => createFolder({ parentId: folderId, name })}
            onDone={close}
          />
        </Modal>
      )}
    </>
  );
}
