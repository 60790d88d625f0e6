import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { estimate, total, type Usage } from "./cost/estimate";
import type { Stated } from "./cost/figures";
import { readSettings, type Settings } from "./settings";

/**
 * `npm run cost -- --users 100 --storage 500 --downloads 1000 [--uploads 100]`, in GB a month; the rest is read from the settings.
 * `npm run cost -- --from-use [--downloads 1000]` measures a running drive instead; what is stated counts.
 */
const amount = z.coerce.number().min(0).optional();
const Words = z.object({ users: amount, storage: amount, downloads: amount, uploads: amount });

const text = { type: "string" } as const;

async function tell(): Promise<void> {
  const options = {
    users: text,
    storage: text,
    downloads: text,
    uploads: text,
    "from-use": { type: "boolean" },
  } as const;
  const { values } = parseArgs({ options });
  const stated = Words.parse(values);
  const settings = readSettings(process.env);
  const usage = values["from-use"] ? await measure(settings, stated) : assume(stated);
  const lines = estimate(usage, settings);
  for (const { what, how, usd } of lines) console.log(`${usd.toFixed(2).padStart(9)}  ${what.padEnd(20)} ${how}`);
  console.log(`${total(lines).toFixed(2).padStart(9)}  US dollars a month; docs/cost.md says what is not in it`);
}

function assume({ users = 10, storage = 100, downloads = 100, uploads = storage / 5 }: Stated): Usage {
  return { users, storageGb: storage, downloadsGb: downloads, uploadsGb: uploads };
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
  const said = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : error;
  console.error(said);
  process.exitCode = 1;
});
