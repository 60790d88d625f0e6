"use client";

import { cloneElement, useEffect, useId, useRef, useState } from "react";
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
export function Menu({ trigger, align = "end", ...panel }: MenuProps) {
  const id = useId();
  const isHere = useParts() !== null;
  const [opened, setOpened] = useState<Opened | null>(null);
  // A touch beside a menu closes it: one that is on its own button shall not open it again.
  const wasOpen = useRef(false);
  const opener = opened?.opener ?? null;
  useEffect(() => {
    if (!opener) return;
    const follow = () => setOpened(beside(opener));
    window.addEventListener("resize", follow);
    return () => window.removeEventListener("resize", follow);
  }, [opener]);
  const isShown = isHere && opened !== null;
  return (
    <>
      {cloneElement(trigger, {
        "aria-haspopup": "menu",
        "aria-expanded": isShown,
        "aria-controls": isShown ? id : undefined,
        onPointerDown: () => {
          wasOpen.current = opened !== null;
        },
        onClick: ({ currentTarget, detail }) => {
          // A click that a key made, or a screen reader, touched nothing before.
          if (wasOpen.current && detail > 0) setOpened(null);
          else setOpened(beside(currentTarget));
        },
        onKeyDown: (event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          setOpened(beside(event.currentTarget));
        },
      })}
      <MenuAt
        {...panel}
        id={id}
        align={align}
        at={opened?.at ?? null}
        opener={opener}
        onClose={() => setOpened(null)}
      />
    </>
  );
}

const beside = (opener: HTMLElement): Opened => ({ at: opener.getBoundingClientRect(), opener });

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
