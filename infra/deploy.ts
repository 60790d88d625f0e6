import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { buildApp } from "./app";
import { estimate, total } from "./cost/estimate";
import { preflight } from "./preflight/preflight";
import { readSettings, type Settings } from "./settings";

/** `npm run deploy [-- --dry-run]`: looks at the account, says what it makes and what that costs, asks, makes it, and looks whether it serves. */
const OUTPUTS = "cdk.out/outputs.json";
const READY_WITHIN_MS = 15 * 60_000;
// A drive that nobody uses yet: what stands there costs this much, and docs/cost.md what is added by use.
const EMPTY = { users: 1, storageGb: 0, downloadsGb: 0, uploadsGb: 0 };

function run(command: string, words: string[], where: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): void {
  const { status } = spawnSync(command, words, { stdio: "inherit", shell: process.platform === "win32", ...where });
  if (status !== 0) throw new Error(`${command} ${words.join(" ")} ended with ${status}; what it said is above.`);
}

/** How many of each kind of resource the stacks have. */
function inventory(settings: Settings): Map<string, number> {
  const kinds = new Map<string, number>();
  const Template = z.object({ Resources: z.record(z.string(), z.object({ Type: z.string() })) });
  for (const { template } of buildApp(settings).app.synth().stacks) {
    for (const { Type } of Object.values(Template.parse(template).Resources))
      kinds.set(Type, (kinds.get(Type) ?? 0) + 1);
  }
  return kinds;
}

function tell(settings: Settings): void {
  console.log(`In ${settings.AWS_REGION}, as the stack ${settings.STACK_NAME}:`);
  for (const [kind, count] of [...inventory(settings)].toSorted()) console.log(`${String(count).padStart(4)}  ${kind}`);
  const usd = total(estimate(EMPTY, settings)).toFixed(2);
  console.log(
    `About ${usd} US dollars a month before anybody uses it. For your use: npm run cost -- --users 10 --storage 100`,
  );
}

async function agreed(): Promise<boolean> {
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question("Make it? Type yes: ");
  asking.close();
  return answer.trim() === "yes";
}

async function smoke(address: string): Promise<void> {
  const end = Date.now() + READY_WITHIN_MS;
  while (!(await isServing(`${address}/api/ready`))) {
    if (Date.now() > end)
      throw new Error(`${address} is not ready after 15 minutes; docs/runbook.md says where to look.`);
    await delay(5000);
  }
  if (!(await isServing(`${address}/login`))) throw new Error(`${address}/login does not answer with a page.`);
}

async function isServing(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status === 200;
  } catch {
    return false;
  }
}

async function deploy(isDryRun: boolean): Promise<void> {
  // First of all: building takes minutes, and an account that takes no drive need not be waited for.
  const found = isDryRun ? {} : await preflight(readSettings(process.env), console.log);
  const env = { ...process.env, ...found };
  const settings = readSettings(env);
  if (!isDryRun || !existsSync(new URL(settings.RELEASE, import.meta.url)))
    run("npm", ["run", "--silent", "release"], { cwd: ".." });
  tell(settings);
  if (isDryRun) return;
  if (!(await agreed())) return console.log("Nothing was made.");
  run("npx", ["--no-install", "cdk", "bootstrap"], { env });
  run("npx", ["--no-install", "cdk", "deploy", "--all", "--require-approval", "never", "--outputs-file", OUTPUTS], {
    env,
  });
  const Outputs = z.record(z.string(), z.object({ Address: z.url().optional() }));
  const outputs = Outputs.parse(JSON.parse(readFileSync(OUTPUTS, "utf8")));
  const address = outputs[settings.STACK_NAME]?.Address;
  if (!address) throw new Error("The stack has no address.");
  await smoke(address);
  console.log(`It serves at ${address}`);
}

async function main(): Promise<void> {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  const { values } = parseArgs({ options: { "dry-run": { type: "boolean", default: false } } });
  await deploy(values["dry-run"]);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
