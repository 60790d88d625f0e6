"use client";

import { DropdownMenu } from "radix-ui";
import { MenuPanel } from "./menu";

export type Point = { x: number; y: number };

type Props = {
  at: Point | null;
  title: string;
  opener: HTMLElement | null;
  onClose: () => void;
  children: React.ReactNode;
};

/**
 * A menu where the pointer is, closed while that is nowhere: it has to be there before it opens, to know by which it was opened,
 * since the keyboard begins on its first item; on a phone, the sheet that every menu is there.
 * The focus goes back to `opener`.
 */
export function MenuAt({ at, title, opener, onClose, children }: Props) {
  return (
    <DropdownMenu.Root modal={false} open={at !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden="true" className="pointer-events-none fixed size-0" style={{ left: at?.x, top: at?.y }} />
      </DropdownMenu.Trigger>
      {at && (
        <MenuPanel
          title={title}
          align="start"
          label={title}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            opener?.focus({ preventScroll: true });
          }}
        >
          {children}
        </MenuPanel>
      )}
    </DropdownMenu.Root>
  );
}
