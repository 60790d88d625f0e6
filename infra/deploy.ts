import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Stated } from "./cost/figures";
import { readStated, USE_OPTIONS } from "./cost/stated";
import { offer } from "./deploy/offer";
import { run } from "./deploy/run";
import { describePlan } from "./deploy/tell";
import { preflight } from "./preflight/preflight";
import { readSettings } from "./settings";

/**
 * `npm run deploy [-- --dry-run] [--users 100 --storage 500 --downloads 1000 --uploads 100]`: looks at the account, says what it
 * makes and what that costs by this use, asks, makes it, and looks whether it serves.
 */
async function deploy(isDryRun: boolean, stated: Stated): Promise<void> {
  // First of all: building takes minutes, and an account that takes no drive need not be waited for.
  const found = isDryRun ? {} : await preflight(readSettings(process.env), console.log);
  const env = { ...process.env, ...found };
  const settings = readSettings(env);
  if (!isDryRun || !existsSync(new URL(settings.RELEASE, import.meta.url)))
    run("npm", ["run", "--silent", "release"], { cwd: ".." });
  for (const line of describePlan(settings, stated)) console.log(line);
  if (isDryRun) return;
  await offer(settings.STACK_NAME, { input: process.stdin, output: process.stdout, say: console.log, env });
}

async function main(): Promise<void> {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  const { values } = parseArgs({ options: { ...USE_OPTIONS, "dry-run": { type: "boolean", default: false } } });
  await deploy(values["dry-run"], readStated(values));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
