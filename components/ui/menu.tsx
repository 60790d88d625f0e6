"use client";

import { cloneElement, useEffect, useRef, useState } from "react";

import type { ItemProps, MenuAtProps, MenuProps } from "./menu-props";

type Parts = typeof import("./menu-parts");

let loaded: Parts | null = null;

/** What menus are made of, once it has come: it weighs more than many a page, and no page needs it to be drawn. */
function useParts(isPressed = false): Parts | null {
  const [parts, setParts] = useState<Parts | null>(null);
  const shown = useRef<Parts | null>(null);
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
  // A button that is pressed stays until it is let go: its click would be lost with it.
  if (!isPressed) shown.current = parts;
  return shown.current;
}

/** A menu: beside its button on a desk, a sheet at the bottom of a phone. A click before it is here opens it when it comes. */
export function Menu(props: MenuProps) {
  const [isPressed, setPressed] = useState(false);
  const parts = useParts(isPressed);
  const [isWanted, setWanted] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  if (parts) return <parts.ButtonMenu {...props} isWanted={isWanted} hasFocus={hasFocus} />;
  return cloneElement(props.trigger, {
    onPointerDown: () => setPressed(true),
    onPointerLeave: () => setPressed(false),
    onPointerCancel: () => setPressed(false),
    onClick: () => {
      setPressed(false);
      setWanted(true);
    },
    onFocus: () => setFocus(true),
    onBlur: () => setFocus(false),
    "aria-haspopup": "menu",
  });
}

/**
 * A menu where the pointer is, closed while that is nowhere; on a phone, the sheet that every menu is there.
 * The focus goes back to `opener`.
 */
export function MenuAt(props: MenuAtProps) {
  const parts = useParts();
  return parts && <parts.PointMenu {...props} />;
}

/** One thing that a menu offers. */
export const MenuItem = (props: ItemProps) => loaded && <loaded.Item {...props} />;

export const MenuLine = () => loaded && <loaded.Line />;
