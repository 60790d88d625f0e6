"use client";

import { DropdownMenu } from "radix-ui";
import { useRef, useState } from "react";
import { twMerge } from "tailwind-merge";

const itemClass =
  "flex min-h-12 cursor-pointer items-center gap-3 rounded-lg px-3 outline-none data-[highlighted]:bg-raised sm:min-h-10";

/** How an item of a menu looks, for one that is a link or a choice. */
export const menuItemClass = (extra = ""): string => twMerge(itemClass, extra);

type Props = { trigger: React.ReactNode; title?: string; align?: "start" | "end"; children: React.ReactNode };

/** A menu: beside its button on a desk, a sheet at the bottom of a phone. `title` says on the sheet what it is about. */
export function Menu({ trigger, title, align = "end", children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const wasOpen = useRef(false);
  // Its library opens it at the first touch, and then the sheet that rises under the finger takes the rest of the tap.
  const onPointerDown = (event: React.PointerEvent) => {
    wasOpen.current = isOpen;
    event.preventDefault();
  };
  return (
    <DropdownMenu.Root modal={false} open={isOpen} onOpenChange={setOpen}>
      <DropdownMenu.Trigger asChild onPointerDown={onPointerDown} onClick={() => setOpen(!wasOpen.current)}>
        {trigger}
      </DropdownMenu.Trigger>
      {isOpen && (
        <MenuPanel title={title} align={align}>
          {children}
        </MenuPanel>
      )}
    </DropdownMenu.Root>
  );
}

type PanelProps = {
  title?: string;
  align: "start" | "end";
  /** Its name, where it has no button to be named by. */
  label?: string;
  onCloseAutoFocus?: (event: Event) => void;
  children: React.ReactNode;
};

/** What an open menu is drawn on. */
export function MenuPanel({ title, align, label, onCloseAutoFocus, children }: PanelProps) {
  // Everything on a page stands in one of its landmarks, menus too.
  const [main] = useState(() => (typeof document === "undefined" ? null : document.querySelector("main")));
  return (
    <DropdownMenu.Portal container={main}>
      <DropdownMenu.Content
        align={align}
        sideOffset={6}
        collisionPadding={8}
        onCloseAutoFocus={onCloseAutoFocus}
        {...(label ? { "aria-label": label, "aria-labelledby": undefined } : {})}
        // The wide shadow is the sheet's backdrop: a pointer below it closes the menu anyway.
        className="z-50 max-h-[85dvh] animate-[rise_150ms_ease-out] overflow-y-auto rounded-t-2xl border border-line bg-surface p-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] text-ink shadow-[0_0_0_100vmax_rgb(10_12_10/0.45)] sm:max-h-[min(85dvh,var(--radix-dropdown-menu-content-available-height))] sm:min-w-56 sm:rounded-xl sm:p-1.5 sm:shadow-float"
      >
        {title && (
          <p className="truncate px-3 pt-1.5 pb-2 font-semibold sm:hidden">
            <bdi>{title}</bdi>
          </p>
        )}
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  );
}

type ItemProps = {
  onSelect: () => void;
  look?: "plain" | "danger";
  hint?: string;
  /** For devices whose main pointer is a finger. */
  isForTouch?: boolean;
  children: React.ReactNode;
};

/** `hint` is the key that does the same, shown where there are keys. */
export function MenuItem({ onSelect, look = "plain", hint, isForTouch = false, children }: ItemProps) {
  const extra = `${look === "danger" ? "text-danger" : ""} ${isForTouch ? "pointer-fine:hidden" : ""}`;
  return (
    <DropdownMenu.Item className={menuItemClass(extra)} onSelect={onSelect}>
      {children}
      {hint && (
        <span aria-hidden="true" className="ms-auto ps-6 text-muted text-sm max-sm:hidden">
          {hint}
        </span>
      )}
    </DropdownMenu.Item>
  );
}

export const MenuLine = () => <DropdownMenu.Separator className="my-1.5 h-px bg-line" />;
