"use client";

import { DropdownMenu } from "radix-ui";
import { useEffect, useRef, useState } from "react";
import type { ItemProps, MenuAtProps } from "./menu-props";
import { useLocale } from "./texts";

// The menus themselves, by a library larger than many a page: it is fetched once the page is alive (menu.tsx).

/** A menu at a point, or beside what takes up room there. */
export function PointMenu(props: MenuAtProps) {
  const { id, at, title, hasOwnHead = false, align = "start", opener, onClose, children } = props;
  const { dir } = useLocale();
  // Everything on a page stands in one of its landmarks, menus too.
  const [main] = useState(() => document.querySelector("main"));
  const wasLeft = useRef(false);
  return (
    <DropdownMenu.Root dir={dir} modal={false} open={at !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span
          aria-hidden="true"
          className="pointer-events-none fixed"
          style={{ left: at?.x, top: at?.y, width: at?.width ?? 0, height: at?.height ?? 0 }}
        />
      </DropdownMenu.Trigger>
      {at && (
        <DropdownMenu.Portal container={main}>
          <DropdownMenu.Content
            {...(id ? { id } : {})}
            align={align}
            sideOffset={6}
            collisionPadding={8}
            aria-label={title}
            aria-labelledby={undefined}
            onInteractOutside={() => {
              wasLeft.current = true;
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              // What was opened from it has the focus already, and a click beside it says itself where the focus goes.
              if (!wasLeft.current && document.activeElement === document.body) opener?.focus({ preventScroll: true });
              wasLeft.current = false;
            }}
            // The wide shadow is the sheet's backdrop: a pointer below it closes the menu anyway.
            className="z-50 max-h-[85dvh] animate-[rise_150ms_ease-out] overflow-y-auto rounded-t-2xl border border-line bg-surface p-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] text-ink shadow-[0_0_0_100vmax_rgb(10_12_10/0.45)] sm:max-h-[min(85dvh,var(--radix-dropdown-menu-content-available-height))] sm:min-w-56 sm:rounded-xl sm:p-1.5 sm:shadow-float"
          >
            {!hasOwnHead && (
              <p className="truncate px-3 pt-1.5 pb-2 font-semibold sm:hidden">
                <bdi>{title}</bdi>
              </p>
            )}
            {children}
            <FirstItemFocus />
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      )}
    </DropdownMenu.Root>
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
