import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { formatBytes } from "@/lib/format";
import { describeReport, exportDrive } from "./export/export";
import { attachEngines } from "./start/attach";

const FOLDER = "smart-drive-export";

/** `npm run export [-- --to folder]`: brings everybody's current files and the rows here; exits with 1 where one is missing. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { to: { type: "string", default: FOLDER } } });
  const folder = resolve(values.to);
  const letGo = await attachEngines();
  try {
    const report = await exportDrive(folder);
    const isWhole = report.failures.length === 0;
    for (const line of describeReport(report, folder, formatBytes)) (isWhole ? console.log : console.error)(line);
    return isWhole ? 0 : 1;
  } finally {
    await letGo();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
