import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Usage } from "./cost/estimate";
import type { Stated } from "./cost/figures";
import { assume, describeCost, describeUse, readStated, USE_OPTIONS } from "./cost/stated";
import { readSettings, type Settings } from "./settings";

/**
 * `npm run cost -- --users 100 --storage 500 --downloads 1000 [--uploads 100]`, in GB a month; the rest is read from the settings.
 * `npm run cost -- --from-use [--downloads 1000]` measures a running drive instead; what is stated counts.
 */
async function tell(): Promise<void> {
  const { values } = parseArgs({ options: { ...USE_OPTIONS, "from-use": { type: "boolean" } } });
  const stated = readStated(values);
  const settings = readSettings(process.env);
  const usage = values["from-use"] ? await measure(settings, stated) : assume(stated);
  if (!values["from-use"]) console.log(describeUse(stated));
  for (const line of describeCost(usage, settings)) console.log(line);
}

async function measure(settings: Settings, stated: Stated): Promise<Usage> {
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  const { usageOfDrive } = await import("./cost/from-use");
  const { usage, figures, source } = await usageOfDrive(settings, stated);
  console.log(`By ${source}, ${new Date().toISOString().slice(0, 10)}:`);
  for (const { what, value, how } of figures) console.log(`  ${what.padEnd(10)} ${value.padEnd(24)} ${how}`);
  return usage;
}

tell().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
