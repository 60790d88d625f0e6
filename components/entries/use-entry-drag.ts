"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { dropTargetOf, markOver } from "@/components/ui/drop-target";
import type { Entry } from "@/lib/entries/schema";
import type { Commands } from "./use-commands";

const TYPE = "application/x-smart-drive";

type Dragged = {
  find: (id: string) => Entry | undefined;
  selected: Entry[];
  commands: Commands;
  badgeOf: (count: number) => string;
};

/**
 * Dragging entries onto what takes them: whatever has `data-drop` with `folder:<id>`, `trash` or `starred`, in the list, the
 * breadcrumb or the rail.
 */
export function useEntryDrag({ find, selected, commands, badgeOf }: Dragged) {
  const dragged = useRef<Entry[]>([]);

  const takes = useEffectEvent((target: HTMLElement | null): boolean => {
    const id = target?.dataset.drop?.startsWith("folder:") ? target.dataset.drop.slice("folder:".length) : null;
    return target !== null && !dragged.current.some((entry) => entry.id === id);
  });

  const onDragOver = useEffectEvent((event: DragEvent) => {
    if (dragged.current.length === 0 || !event.dataTransfer?.types.includes(TYPE)) return;
    const target = dropTargetOf(event.target);
    if (!takes(target)) return markOver(null);
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
    markOver(target);
  });

  const onDrop = useEffectEvent((event: DragEvent) => {
    const target = dropTargetOf(event.target);
    const entries = dragged.current;
    markOver(null);
    dragged.current = [];
    if (entries.length === 0 || !target || !event.dataTransfer?.types.includes(TYPE)) return;
    event.preventDefault();
    const { drop = "", dropName = "" } = target.dataset;
    if (drop === "trash") commands.trash(entries);
    else if (drop === "starred") commands.star(entries, true);
    else commands.move(entries, { id: drop.slice("folder:".length), name: dropName });
  });

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener("dragover", onDragOver, { signal });
    document.addEventListener("drop", onDrop, { signal });
    return () => listening.abort();
  }, []);

  return {
    onDragStart: (event: React.DragEvent) => {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-id]") : null;
      const entry = find(row?.dataset.id ?? "");
      if (!entry) return;
      const isSelected = selected.some((each) => each.id === entry.id);
      dragged.current = isSelected ? selected : [entry];
      event.dataTransfer.setData(TYPE, JSON.stringify(dragged.current.map(({ id }) => id)));
      event.dataTransfer.effectAllowed = "move";
      const badge = dragBadge(dragged.current.length === 1 ? entry.name : badgeOf(dragged.current.length));
      event.dataTransfer.setDragImage(badge, -12, -12);
      setTimeout(() => badge.remove());
    },
    onDragEnd: () => {
      dragged.current = [];
      markOver(null);
    },
  };
}

// What hangs on the pointer has to be in the page while the browser takes its picture.
function dragBadge(text: string): HTMLElement {
  const badge = document.createElement("div");
  badge.textContent = text;
  badge.dir = "auto";
  badge.className =
    "fixed -top-40 max-w-64 truncate rounded-xl bg-accent px-4 py-2 font-medium text-accent-ink shadow-float";
  document.body.append(badge);
  return badge;
}
