// Plain JavaScript: on a fresh clone nothing is installed yet.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";

const isFast = process.argv.includes("--fast");
const isReal = process.argv.includes("--lane=real");
const RESULTS = "test-results";
const npx = (...args) => ["npx", ["--no-install", ...args]];

const checks = [
  ["lint", npx("biome", "check", "--error-on-warnings", ".")],
  ["typecheck", npx("next", "typegen"), npx("tsc", "--noEmit")],
  ["arch", npx("depcruise", "app", "components", "lib", "scripts", "e2e")],
];

function run([command, args], env = {}) {
  const { status } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
  return status === 0;
}

function check([name, ...steps]) {
  console.log(`\n— ${name}`);
  const isGreen = steps.every((step) => run(step));
  return isGreen ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs a suite and reads its own count; one that crashed or ran nothing counts as a failure. */
function suite(name, step, { file, count, env }) {
  console.log(`\n— ${name}`);
  rmSync(file, { force: true });
  const isGreen = run(step, env);
  const counted = existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 0 };
  const isSound = isGreen && counted.passed > 0;
  return isSound ? counted : { ...counted, failed: Math.max(1, counted.failed) };
}

function vitest(project, env) {
  const file = `${RESULTS}/${project}.json`;
  const step = npx(
    "vitest",
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  );
  const count = ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests });
  return suite(project, step, { file, count, env });
}

function e2e() {
  ensureBrowser();
  rmSync(`${RESULTS}/e2e-data`, { recursive: true, force: true });
  const count = ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped });
  return suite("e2e", npx("playwright", "test"), { file: `${RESULTS}/e2e.json`, count });
}

function ensureBrowser() {
  if (["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].some((path) => existsSync(path)))
    return;
  const isDebianRoot = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const apt = "apt-get update -qq && apt-get install -y -qq chromium";
  if (isDebianRoot && spawnSync("sh", ["-c", apt], { stdio: "inherit" }).status === 0) return;
  if (run(npx("playwright", "install", "chromium"))) return;
  console.error("No browser could be had. Install Chromium or Chrome and run npm test again.");
}

function install() {
  const isInstalled = existsSync("node_modules/.package-lock.json");
  if (!isInstalled) execFileSync("npm", ["install", "--no-audit", "--no-fund"], { stdio: "inherit" });
  mkdirSync(RESULTS, { recursive: true });
}

function* everything() {
  if (isReal) {
    yield vitest("integration", { LANE: "real" });
    return;
  }
  for (const each of checks) yield check(each);
  yield vitest("unit");
  if (isFast) return;
  yield vitest("integration");
  yield e2e();
}

install();
const results = [...everything()];
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
