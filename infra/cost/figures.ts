import type { Use } from "@/scripts/cost/read-use";
import type { Usage } from "./estimate";
import type { Counted } from "./metrics";

/** Figures that somebody stated at the command line: people, and GB a month. */
export type Stated = { users?: number; storage?: number; downloads?: number; uploads?: number };

/** One figure behind an estimate, and how it came to be known. */
export type Figure = { what: string; value: string; how: string };

const GB = 1e9;

/** What goes into the estimate of a running drive, and of each figure whether it was measured or stated. What is stated counts. */
export function figuresOf(use: Use, stated: Stated, counted: Counted | null): { usage: Usage; figures: Figure[] } {
  const storage = stated.storage ?? use.storedBytes / GB;
  const uploads = stated.uploads ?? use.uploadedBytes / GB;
  const downloads = stated.downloads ?? (counted?.bytes ?? use.linkBytes) / GB;
  const users = stated.users ?? use.users;
  const figure = (what: string, value: string, given: number | undefined, measured: string): Figure => ({
    ...{ what, value, how: given === undefined ? measured : "stated" },
  });
  return {
    usage: { users, storageGb: storage, downloadsGb: downloads, uploadsGb: uploads },
    figures: [
      figure("users", String(users), stated.users, "measured: accounts in the table"),
      figure(
        "storage",
        inGb(storage),
        stated.storage,
        `measured: ${use.contents} contents, old versions and trash too`,
      ),
      figure("uploads", inGb(uploads), stated.uploads, "measured, at least: what came in 30 days and is still there"),
      figure("downloads", inGb(downloads), stated.downloads, downloadsWord(use, counted)),
      {
        ...{ what: "table", value: `${use.rows} rows, ${inGb(use.rowBytes / GB)}` },
        how: "measured, without the indexes; the estimate reckons its rows from the storage",
      },
    ],
  };
}

function downloadsWord({ linkDownloads, folderDownloads }: Use, counted: Counted | null): string {
  if (counted) return `measured by ${counted.by} in 30 days`;
  const folders = folderDownloads > 0 ? `, ${folderDownloads} of them of folders, whose size is not recorded` : "";
  return `measured in part: ${linkDownloads} downloads by links in 30 days${folders}; people's own are recorded nowhere. State the rest: --downloads`;
}

const inGb = (gb: number): string => `${gb < 0.01 ? gb.toPrecision(2) : gb.toFixed(2)} GB`;
