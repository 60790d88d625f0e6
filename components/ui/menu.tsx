"use client";

import { cloneElement, useEffect, useRef, useState } from "react";
import type { ItemProps, MenuAtProps, MenuProps, Opened } from "./menu-props";

type Parts = typeof import("./menu-parts");

let loaded: Parts | null = null;

/** What menus are made of, once it has come: it weighs more than many a page, and no page needs it to be drawn. */
function useParts(): Parts | null {
  const [parts, setParts] = useState<Parts | null>(null);
  useEffect(() => {
    let isLeft = false;
    const fetchParts = () =>
      import("./menu-parts").then(
        (come) => {
          loaded = come;
          if (!isLeft) setParts(come);
        },
        () => !isLeft && window.addEventListener("online", fetchParts, { once: true }),
      );
    void fetchParts();
    return () => {
      isLeft = true;
      window.removeEventListener("online", fetchParts);
    };
  }, []);
  return parts;
}

/** A menu: beside its button on a desk, a sheet at the bottom of a phone. A click before it is here opens it when it comes. */
export function Menu({ trigger, ...panel }: MenuProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  // A touch beside a menu closes it: one that is on its own button shall not open it again.
  const wasOpen = useRef(false);
  const open = (button: HTMLButtonElement) => setOpened({ at: button.getBoundingClientRect(), opener: button });
  return (
    <>
      {cloneElement(trigger, {
        "aria-haspopup": "menu",
        "aria-expanded": opened !== null,
        onPointerDown: () => {
          wasOpen.current = opened !== null;
        },
        onClick: ({ currentTarget }) => {
          if (!wasOpen.current) open(currentTarget);
          wasOpen.current = false;
        },
        onKeyDown: (event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          open(event.currentTarget);
        },
      })}
      <MenuAt {...panel} at={opened?.at ?? null} opener={opened?.opener ?? null} onClose={() => setOpened(null)} />
    </>
  );
}

/**
 * A menu at a point or beside a place, closed while that is nowhere; on a phone, the sheet that every menu is there.
 * The focus goes back to `opener`.
 */
export function MenuAt(props: MenuAtProps) {
  const parts = useParts();
  return parts && <parts.PointMenu {...props} />;
}

/** One thing that a menu offers. */
export const MenuItem = (props: ItemProps) => loaded && <loaded.Item {...props} />;

export const MenuLine = () => loaded && <loaded.Line />;
