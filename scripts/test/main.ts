import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ensureBrowser } from "./browser";
import { type Count, judge, readReport, sum } from "./count";
import { planFor, type Step } from "./steps";

/** Everything behind `npm test`. Its last line is `N passed, N failed`; answers the exit code. */
export async function main(words: string[]): Promise<number> {
  const { steps, lane } = planFor(words);
  const reports = await mkdtemp(join(tmpdir(), "smart-drive-reports-"));
  const results: { name: string; count: Count; seconds: number }[] = [];
  for (const step of steps) {
    const begin = Date.now();
    console.log(`\n── ${step.name}${lane === "real" ? " (real engines)" : ""}`);
    const count = await runStep(step, join(reports, `${step.name}.json`), lane);
    results.push({ name: step.name, count, seconds: Math.round((Date.now() - begin) / 1000) });
  }
  await rm(reports, { recursive: true });
  console.log("");
  for (const { name, count, seconds } of results) {
    console.log(`${count.failed ? "✗" : "✓"} ${name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`);
    for (const failure of count.failures) console.log(`  ✗ ${failure}`);
  }
  const total = sum(results.map(({ count }) => count));
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed ? 1 : 0;
}

async function runStep(step: Step, report: string, lane: string): Promise<Count> {
  try {
    const browser = step.report === "playwright" ? ensureBrowser() : "";
    const env = {
      ...process.env,
      LANE: lane,
      BROWSER_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      RIGHTS_FILE: join(dirname(report), "rights"),
      ...step.env,
    };
    const code = await runScript(step.script, reporting(step, report), env);
    if (!step.report)
      return code === 0 ? { passed: 1, failed: 0, failures: [] } : { passed: 0, failed: 1, failures: [] };
    return judge(await readReport(step.report, report), code);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, failures: [] };
  }
}

function reporting({ report }: Step, file: string): string[] {
  if (report === "vitest") return ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return report === "playwright" ? ["--reporter=list,json"] : [];
}

function runScript(script: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn("npm", ["run", "--silent", script, "--", ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
    env,
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
