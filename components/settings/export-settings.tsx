"use client";

import { useState } from "react";
import { ZipProgress } from "@/components/entries/zip-progress";
import { Button } from "@/components/ui/button";
import { useT } from "@/components/ui/texts";
import type { Entry } from "@/lib/entries/schema";
import { Section } from "./section";

/** All that one has, taken along. `top` is the folder that holds it. */
export function ExportSettings({ top }: { top: Entry }) {
  const t = useT();
  const [packed, setPacked] = useState<Entry[] | null>(null);
  return (
    <Section title={t("settings.export")} text={t("settings.exportText")}>
      <div>
        <Button disabled={packed !== null} onClick={() => setPacked([{ ...top, name: t("entries.myFiles") }])}>
          {t("settings.exportAll")}
        </Button>
      </div>
      {packed && <ZipProgress entries={packed} here={null} onEnd={() => setPacked(null)} />}
    </Section>
  );
}
