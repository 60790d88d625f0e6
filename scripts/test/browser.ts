import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** The system's own browser, or Playwright's if that was downloaded; null when there is none. */
export function findBrowser(): string | null {
  if (process.env.BROWSER_PATH) return process.env.BROWSER_PATH;
  for (const name of NAMES) {
    const { status, stdout } = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
    if (status === 0) return stdout.trim();
  }
  return [MAC, chromium.executablePath()].find(existsSync) ?? null;
}

/** A browser to test with: the system's, else Debian's package, else Playwright's. @throws Error when none can be had. */
export function ensureBrowser(): string {
  const browser = findBrowser() ?? installDebian() ?? installPlaywright();
  if (browser) return browser;
  throw new Error(
    "The browser tests need Chromium. Install it (Debian: apt-get install chromium) or set BROWSER_PATH.",
  );
}

function installDebian(): string | null {
  if (process.getuid?.() !== 0 || spawnSync("sh", ["-c", "command -v apt-get"]).status !== 0) return null;
  console.log("Installing Chromium: apt-get install chromium");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["-qq", "update"], { env, stdio: "ignore" });
  spawnSync("apt-get", ["-qq", "install", "-y", "--no-install-recommends", "chromium"], { env, stdio: "ignore" });
  return findBrowser();
}

function installPlaywright(): string | null {
  console.log("Installing Playwright's Chromium");
  spawnSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], { stdio: "inherit" });
  return findBrowser();
}
