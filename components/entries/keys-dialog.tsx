"use client";

import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";
import { useT } from "@/components/ui/texts";
import type { TextKey } from "@/lib/i18n/schema";
import { commandKey } from "./entry-menu";

const keysOf = (command: string): [TextKey, string[]][] => [
  ["entries.keyMove", ["↑", "↓", "←", "→", "Home", "End", "PgUp", "PgDn"]],
  ["entries.keyType", ["A … Z"]],
  ["entries.open", ["Enter"]],
  ["entries.keyPreview", ["Space"]],
  ["entries.keyExtend", ["Shift + ↓"]],
  ["entries.keyToggle", [`${command}Space`]],
  ["entries.selectAll", [`${command}A`]],
  ["entries.clearSelection", ["Esc"]],
  ["entries.renameDo", ["F2"]],
  ["entries.moveToTrash", ["Delete"]],
  ["entries.copyKey", [`${command}C`]],
  ["entries.cut", [`${command}X`]],
  ["entries.paste", [`${command}V`]],
  ["entries.keyMenu", ["Shift + F10"]],
  ["entries.keySearch", ["/"]],
  ["entries.allKeys", ["?"]],
];

/** All keys of the drive. */
export function KeysDialog({ opener, onClose }: { opener: HTMLElement | null; onClose: () => void }) {
  const t = useT();
  return (
    <Modal title={t("entries.allKeys")} onClose={onClose} opener={opener}>
      <dl className="grid gap-px">
        {keysOf(commandKey()).map(([text, keys]) => (
          <div key={text} className="flex items-center justify-between gap-4 border-line border-b py-2 last:border-0">
            <dt>{t(text)}</dt>
            <dd className="flex flex-wrap justify-end gap-1">
              {keys.map((key) => (
                <kbd key={key} className="rounded-md border border-line bg-ground px-1.5 font-sans text-muted text-sm">
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 flex justify-end">
        <Button onClick={onClose}>{t("ui.close")}</Button>
      </div>
    </Modal>
  );
}
