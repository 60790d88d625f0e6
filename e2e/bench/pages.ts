import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { logInByPage } from "@/e2e/support/browser";
import { startDrive } from "@/e2e/support/drive";
import { aFileOf, aPerson } from "@/e2e/support/http-client";
import { ensureBuilt } from "@/scripts/start/build";
import { findBrowser } from "@/scripts/test/browser";
import { judge, median } from "./verdict";

/**
 * What the pages weigh and how Lighthouse judges them, held against DESIGN 7: a budget that is not kept ends this with 1. Of
 * several rounds the median counts: a single one tells as much of the machine as of the page. `ROUNDS` (5) is honoured.
 * Lighthouse is installed into a folder of its own: in ours it would make the lock file drift.
 */
const TOOLS = resolve(".data/bench-tools");
const BIN = join(TOOLS, "node_modules/lighthouse/cli/index.js");
const LIGHTHOUSE = "lighthouse@12.8.2";
const rounds = Number(process.env.ROUNDS ?? 5);
const EMPTY_PAGE_KB = 132;
const KB = 1000;
const BUDGETS_KB = { "/login": 10, "/s/[id]": 25, "/drive": 90 };
const LEAST = { performance: 0.95, accessibility: 1, "best-practices": 1 };

/** The compressed size of the scripts that a page's HTML names. */
async function scriptBytes(url: string, cookie = ""): Promise<number> {
  const html = await (await fetch(url, { headers: { accept: "text/html", cookie } })).text();
  const tags = html.match(/<script[^>]+src="[^"]+"[^>]*>/g) ?? [];
  const paths = new Set(
    tags.filter((tag) => !/nomodule/i.test(tag)).flatMap((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? []),
  );
  const sizes = await Promise.all(
    [...paths].map(async (path) => gzipSync(Buffer.from(await (await fetch(new URL(path, url))).arrayBuffer())).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function installLighthouse(): Promise<void> {
  if (existsSync(BIN)) return;
  await mkdir(TOOLS, { recursive: true });
  await writeFile(join(TOOLS, "package.json"), "{}");
  spawnSync("npm", ["install", "--no-audit", "--no-fund", LIGHTHOUSE], { cwd: TOOLS, stdio: "inherit" });
}

/** Now and then it loses the browser's first word and judges nothing: then it is asked again. */
async function lighthouse(url: string, left = 2): Promise<Record<string, number>> {
  const report = join(TOOLS, "report.json");
  const flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run";
  const args = [BIN, url, "--quiet", "--output=json", `--output-path=${report}`, `--chrome-flags=${flags}`];
  const only = `--only-categories=${Object.keys(LEAST).join(",")}`;
  const env = { ...process.env, CHROME_PATH: findBrowser() ?? "" };
  const { status, stderr } = spawnSync(process.execPath, [...args, only], { env, encoding: "utf8" });
  if (status !== 0 && left > 0) return lighthouse(url, left - 1);
  if (status !== 0) throw new Error(`Lighthouse ended with ${status}: ${stderr.slice(-500)}`);
  const { categories } = JSON.parse(await readFile(report, "utf8"));
  return Object.fromEntries(Object.keys(LEAST).map((name) => [name, categories[name].score]));
}

await ensureBuilt(".data");
const drive = await startDrive();
try {
  const ada = await aPerson(drive.url);
  const file = await aFileOf(ada, "plan.txt", "plan");
  const { body: share } = await ada.call("POST", `/api/files/${file.id}/shares`, {});
  const cookie = await logInByPage(drive.url, ada);
  const addresses = { "/login": "/login", "/s/[id]": `/s/${share.id}`, "/drive": "/drive" };
  for (const [name, budget] of Object.entries(BUDGETS_KB)) {
    const address = drive.url + (addresses[name as keyof typeof addresses] ?? "");
    const over = (await scriptBytes(address, name === "/drive" ? cookie : "")) / KB - EMPTY_PAGE_KB;
    judge(over <= budget, `${name}: ${over.toFixed(1)} kB of JavaScript beyond an empty page, at most ${budget}`);
  }
  await installLighthouse();
  for (const path of ["/", "/login", `/s/${share.id}`]) {
    const seen: Record<string, number>[] = [];
    for (let round = 0; round < rounds; round++) seen.push(await lighthouse(drive.url + path));
    for (const [category, least] of Object.entries(LEAST)) {
      const scores = seen.map((each) => each[category] ?? 0);
      const score = median(scores);
      const shown = scores.map((each) => Math.round(each * 100)).join(" ");
      judge(score >= least, `${path.replace(share.id, "[id]")}: ${category} ${Math.round(score * 100)} (${shown})`);
    }
  }
} finally {
  await drive.stop();
}
