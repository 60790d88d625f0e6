"use client";

import { DropdownMenu } from "radix-ui";
import { useEffect, useRef, useState } from "react";
import type { ItemProps, MenuAtProps, MenuProps } from "./menu-props";
import { useLocale } from "./texts";

// The menus themselves, by a library larger than many a page: it is fetched once the page is alive (menu.tsx).

type Opened = MenuProps & { isWanted: boolean; hasFocus: boolean };

/** A menu at its button. Its button was there before it: it keeps the focus that it had, and what it was asked for meanwhile. */
export function ButtonMenu({ trigger, title, align = "end", isWanted, hasFocus, children }: Opened) {
  const { dir } = useLocale();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was before it came is done once, when it comes
  useEffect(() => {
    if (hasFocus) button.current?.focus();
    if (isWanted) setOpen(true);
  }, []);
  // Its library opens it at the first touch, and then the sheet that rises under the finger takes the rest of the tap.
  const onPointerDown = (event: React.PointerEvent) => {
    wasOpen.current = isOpen;
    event.preventDefault();
  };
  return (
    <DropdownMenu.Root dir={dir} modal={false} open={isOpen} onOpenChange={setOpen}>
      <DropdownMenu.Trigger
        ref={button}
        asChild
        onPointerDown={onPointerDown}
        onClick={() => setOpen(!wasOpen.current)}
      >
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

/** A menu at a point. */
export function PointMenu({ at, title, opener, onClose, children }: MenuAtProps) {
  const { dir } = useLocale();
  return (
    <DropdownMenu.Root dir={dir} modal={false} open={at !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
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

type PanelProps = {
  title?: string;
  align: "start" | "end";
  /** Its name, where it has no button to be named by. */
  label?: string;
  onCloseAutoFocus?: (event: Event) => void;
  children: React.ReactNode;
};

/** What an open menu is drawn on. */
function MenuPanel({ title, align, label, onCloseAutoFocus, children }: PanelProps) {
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
        <FirstItemFocus />
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  );
}

/**
 * Puts the focus on the first item of the menu that it stands in, if its opener was reached by keys: the menu's library does so
 * only for a key that it saw itself, and it may have come after that.
 */
function FirstItemFocus() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!document.activeElement?.matches(":focus-visible")) return;
    mark.current?.parentElement?.querySelector<HTMLElement>("[role^=menuitem]")?.focus();
  }, []);
  return <span ref={mark} hidden />;
}

export function Item({ onSelect, look = "plain", hint, pointer, children }: ItemProps) {
  const elsewhere = { finger: "pointer-fine:hidden", mouse: "pointer-coarse:hidden" };
  const extra = `${look === "danger" ? "text-danger" : ""} ${pointer ? elsewhere[pointer] : ""}`;
  return (
    <DropdownMenu.Item className={`menu-item ${extra}`} onSelect={onSelect}>
      {children}
      {hint && (
        <span aria-hidden="true" className="ms-auto ps-6 text-muted text-sm max-sm:hidden">
          {hint}
        </span>
      )}
    </DropdownMenu.Item>
  );
}

export const Line = () => <DropdownMenu.Separator className="my-1.5 h-px bg-line" />;
