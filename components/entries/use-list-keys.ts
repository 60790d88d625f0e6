"use client";

import { useEffectEvent, useLayoutEffect, useRef } from "react";
import { isFocusLost } from "@/components/ui/focus";
import { useLocale } from "@/components/ui/texts";
import type { Entry } from "@/lib/entries/schema";
import { nextIndex, type Selection, type Step, typedIndex } from "./selection";
import type { Commands } from "./use-commands";

const TYPED_TOGETHER_MS = 700;

/** How the last entry is gone to. */
export type EndStep = "only" | "focus" | "range";

type Keyed = {
  items: Entry[];
  selection: Selection;
  selected: Entry[];
  columns: number;
  rowHeight: number;
  commands: Commands;
  isFolder: boolean;
  onStep: (step: Step) => void;
  onRename: (entry: Entry) => void;
  onMenu: (row: HTMLElement) => void;
  /** Reads on to the end of the list, for what must know all of it. */
  onAll: () => void;
  onMore: () => void;
  /** Goes to the last entry, once that is read. */
  onEnd: (kind: EndStep) => void;
};

/** The keys of a list: wherever the focus is on the page, but in a field, a menu or a dialog. */
export function useListKeys(keyed: Keyed): void {
  const typed = useRef({ text: "", at: 0 });
  const isRightToLeft = useLocale().dir === "rtl";
  const { items, selection, selected, commands } = keyed;
  const activeIndex = () => items.findIndex((item) => item.id === selection.active);

  const go = (index: number, event: KeyboardEvent) => {
    const id = items[index]?.id;
    if (id === undefined) return;
    keyed.onStep({ kind: stepOf(event), id });
  };

  const walk = (event: KeyboardEvent): boolean => {
    const rowsPerPage = Math.max(1, Math.floor(window.innerHeight / keyed.rowHeight) - 3);
    const layout = { count: items.length, columns: keyed.columns, rowsPerPage, isRightToLeft };
    const from = activeIndex();
    const next = nextIndex(event.key, Math.max(0, from), layout);
    if (next === null) return false;
    // The first arrow goes to where the focus begins.
    go(from === -1 && event.key.startsWith("Arrow") ? 0 : next, event);
    if (event.key === "End") keyed.onEnd(stepOf(event));
    return true;
  };

  const type = (event: KeyboardEvent): boolean => {
    if (event.key.length !== 1 || event.key === " ") return false;
    const isMore = event.timeStamp - typed.current.at < TYPED_TOGETHER_MS;
    const text = isMore ? typed.current.text + event.key : event.key;
    typed.current = { text, at: event.timeStamp };
    const found = typedIndex(
      items.map((item) => item.name),
      text,
      activeIndex(),
    );
    if (found >= 0) go(found, event);
    else keyed.onMore();
    return true;
  };

  const withCommand = (event: KeyboardEvent): boolean => {
    switch (event.key.toLowerCase()) {
      case "a":
        keyed.onAll();
        return true;
      case "c":
      case "x":
        // What is selected as text is copied as text.
        if (selected.length === 0 || window.getSelection()?.isCollapsed === false) return false;
        commands.clip(event.key.toLowerCase() === "c" ? "copy" : "cut", selected);
        return true;
      case " ":
        if (selection.active) keyed.onStep({ kind: "toggle", id: selection.active });
        return selection.active !== null;
      default:
        return walk(event);
    }
  };

  const plain = (event: KeyboardEvent): boolean => {
    const active = items[activeIndex()];
    const row = document.activeElement?.closest<HTMLElement>("[data-id]");
    // What one is on, where nothing is selected.
    const meant = selected.length > 0 || !active || !row ? selected : [active];
    const isOnButton = document.activeElement?.closest("button, summary, [role=menuitem]") !== null;
    if (isOnButton && ["Enter", " "].includes(event.key)) return false;
    if (event.key === "Enter" && active && row) commands.open(active);
    else if (event.key === " " && active && row) commands.open(active);
    else if (event.key === "F2" && active) keyed.onRename(active);
    else if (event.key === "Delete" && meant.length > 0) commands.trash(meant);
    else if (event.key === "Escape" && selection.ids.size > 0) keyed.onStep({ kind: "none" });
    else if (event.key === "?") commands.dialog("keys", [], row ?? null);
    else if ((event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) && row) keyed.onMenu(row);
    else return walk(event) || (keyed.isFolder || row ? type(event) : false);
    return true;
  };

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || !isOnThePage(event.target)) return;
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    const isTab = event.key === "Tab" && !event.shiftKey && !isCommand && !event.altKey;
    if (isTab ? toUndo() : isCommand ? withCommand(event) : !event.altKey && plain(event)) event.preventDefault();
  });
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const hasFiles = (event.clipboardData?.files.length ?? 0) > 0;
    if (!hasFiles && isOnThePage(event.target)) commands.paste();
  });

  // In the same moment in which the list is seen: a key that came before would be lost.
  useLayoutEffect(() => {
    const { signal, abort } = abortable();
    document.addEventListener("keydown", onKeyDown, { signal });
    document.addEventListener("paste", onPaste, { signal });
    return abort;
  }, []);
}

// "Undo" stands at the page's end, and not for long: from the list, Tab leads to it before all else.
function toUndo(): boolean {
  const undo = document.querySelector<HTMLElement>("[data-undo]");
  if (!undo || !(isFocusLost() || document.activeElement?.matches("[data-id]"))) return false;
  undo.focus();
  return true;
}

const stepOf = (event: KeyboardEvent): EndStep =>
  event.shiftKey ? "range" : event.ctrlKey || event.metaKey ? "focus" : "only";

function abortable(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

// Fields keep their keys; so do menus and dialogs, which are a layer of their own.
const isOnThePage = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest("input, textarea, select, [contenteditable], dialog, [role=menu], [role=dialog], [role=listbox]") ===
    null &&
  document.querySelector("dialog[open], [role=menu]") === null;
