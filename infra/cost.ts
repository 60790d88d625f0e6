import { parseArgs } from "node:util";
import { z } from "zod";
import { estimate, total } from "./cost/estimate";
import { readSettings } from "./settings";

/** `npm run cost -- --users 100 --storage 500 --downloads 1000 [--uploads 100]`, in GB a month; the rest is read from the settings. */
const amount = z.coerce.number().min(0);
const Words = z.object({
  users: amount.default(10),
  storage: amount.default(100),
  downloads: amount.default(100),
  uploads: amount.optional(),
});

const text = { type: "string" } as const;

function tell(): void {
  const { values } = parseArgs({ options: { users: text, storage: text, downloads: text, uploads: text } });
  const { users, storage, downloads, uploads } = Words.parse(values);
  const usage = { users, storageGb: storage, downloadsGb: downloads, uploadsGb: uploads ?? storage / 5 };
  const lines = estimate(usage, readSettings(process.env));
  for (const { what, how, usd } of lines) console.log(`${usd.toFixed(2).padStart(9)}  ${what.padEnd(20)} ${how}`);
  console.log(`${total(lines).toFixed(2).padStart(9)}  US dollars a month; docs/cost.md says what is not in it`);
}

try {
  tell();
} catch (error) {
  const said = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : error;
  console.error(said);
  process.exitCode = 1;
}
