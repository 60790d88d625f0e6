"use client";

import { UploadCloud } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { useFolderId } from "@/components/entries/use-folder-id";
import { dropTargetOf, markOver } from "@/components/ui/drop-target";
import { Text, useT } from "@/components/ui/texts";
import { addDropped } from "./folder-tree";
import { namedAsPasted } from "./pasted";
import { addFiles } from "./upload-queue";

/** Takes files and folders dropped anywhere on the page, and says meanwhile which folder they would go to. */
export function UploadDropzone() {
  const { folderId } = useFolderId();
  const [into, setInto] = useState<string | null>(null);
  const t = useT();
  const onOver = useEffectEvent((event: DragEvent) => {
    if (!event.dataTransfer || !holdsFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    const target = folderUnder(event.target);
    markOver(target);
    // The page's own folder is named by the path above it, the top folder by the rail.
    const here = document.querySelector<HTMLElement>(`[data-drop="folder:${CSS.escape(folderId)}"]`);
    setInto((target ?? here)?.dataset.dropName ?? "");
  });
  const end = () => {
    markOver(null);
    setInto(null);
  };
  const onLeave = useEffectEvent((event: DragEvent) => {
    if (event.relatedTarget === null) end();
  });
  const onDrop = useEffectEvent((event: DragEvent) => {
    if (!event.dataTransfer || !holdsFiles(event)) return;
    event.preventDefault();
    end();
    const id = folderUnder(event.target)?.dataset.drop?.slice(FOLDER.length);
    void addDropped(event.dataTransfer.items, id ?? folderId);
  });
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || isField(event.target)) return;
    event.preventDefault();
    const nameOf = namedAsPasted((time) => t("uploads.pasted", { time }));
    void addFiles(files.map((file) => ({ file, parentId: folderId, name: nameOf(file) })));
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener("dragover", onOver, { signal });
    window.addEventListener("dragleave", onLeave, { signal });
    window.addEventListener("drop", onDrop, { signal });
    window.addEventListener("paste", onPaste, { signal });
    return () => listening.abort();
  }, []);
  if (into === null) return null;
  return (
    <div className="pointer-events-none fixed inset-1 z-40 grid place-items-center content-end rounded-3xl border-2 border-accent pb-8 [body:has([data-over])_&]:border-line">
      <p
        role="status"
        className="flex max-w-[min(28rem,90vw)] items-center gap-3 rounded-full bg-accent px-6 py-3.5 text-accent-ink shadow-float"
      >
        <UploadCloud aria-hidden="true" className="size-5 shrink-0" />
        <span className="truncate">
          {into === "" ? (
            t("uploads.dropHere")
          ) : (
            <Text name="uploads.dropInto" values={{ folder: <bdi className="font-semibold">{into}</bdi> }} />
          )}
        </span>
      </p>
    </div>
  );
}

const FOLDER = "folder:";

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog") !== null;

// A folder's row takes what is dropped right on it.
const folderUnder = (target: EventTarget | null) => dropTargetOf(target, `[data-drop^="${FOLDER}"]`);
