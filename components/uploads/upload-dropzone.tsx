"use client";

import { UploadCloud } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { useT } from "@/components/ui/texts";
import { addDropped } from "./folder-tree";
import { namedAsPasted } from "./pasted";
import { addFiles } from "./upload-queue";

/** Takes files and folders dropped anywhere on the page. */
export function UploadDropzone({ folderId, children }: { folderId: string; children: React.ReactNode }) {
  const [isOver, setOver] = useState(false);
  const t = useT();
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || isField(event.target)) return;
    event.preventDefault();
    const nameOf = namedAsPasted((time) => t("uploads.pasted", { time }));
    void addFiles(files.map((file) => ({ file, parentId: folderId, name: nameOf(file) })));
  });
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer || !holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const into = folderUnder(event.target) ?? folderId;
      void addDropped(event.dataTransfer.items, into);
    };
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener("dragover", over, { signal });
    window.addEventListener("dragleave", leave, { signal });
    window.addEventListener("drop", drop, { signal });
    window.addEventListener("paste", onPaste, { signal });
    return () => listening.abort();
  }, [folderId]);
  return (
    <>
      {children}
      {isOver && (
        <div className="pointer-events-none fixed inset-3 z-40 grid place-items-center rounded-3xl border-2 border-accent border-dashed bg-accent-soft/90">
          <p className="grid justify-items-center gap-3 font-semibold text-lg">
            <UploadCloud aria-hidden="true" className="size-12 text-accent" />
            {t("uploads.dropHere")}
          </p>
        </div>
      )}
    </>
  );
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog") !== null;

// A folder's row takes what is dropped right on it.
function folderUnder(target: EventTarget | null): string | undefined {
  const drop =
    target instanceof Element ? target.closest<HTMLElement>("[data-drop^='folder:']")?.dataset.drop : undefined;
  return drop?.slice("folder:".length);
}
