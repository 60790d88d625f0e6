"use client";

import { useZip } from "@/components/entries/use-zip";
import { type Packing, packings } from "@/components/entries/zips";
import { Button } from "@/components/ui/button";
import { useStore } from "@/components/ui/store";
import { useT } from "@/components/ui/texts";
import type { Entry } from "@/lib/entries/schema";
import { Section } from "./section";

const NONE: Packing[] = [];

/** All that one has, taken along. `top` is the folder that holds it. */
export function ExportSettings({ top }: { top: Entry }) {
  const t = useT();
  const zip = useZip();
  const isRunning = useStore(packings, NONE).some(({ entries }) => entries.some(({ id }) => id === top.id));
  const name = t("entries.myFiles");
  return (
    <Section title={t("settings.export")} text={t("settings.exportText")}>
      <div>
        <Button disabled={isRunning} onClick={() => zip([{ ...top, name }], name)}>
          {t("settings.exportAll")}
        </Button>
      </div>
    </Section>
  );
}
