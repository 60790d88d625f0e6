import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";

const STAMP = "node_modules/.installed-for";
const MANIFESTS = ["package.json", "package-lock.json"];

/** Installs what package.json names, unless that was done before. @returns false when npm failed. */
export function ensureInstalled() {
  if (isInstalled()) return true;
  console.log("Installing dependencies (once, and after an update) …");
  const isWindows = process.platform === "win32";
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    stdio: "inherit",
    shell: isWindows,
  });
  if (status !== 0) {
    console.error("npm install failed; what it said is above. A first start needs the npm registry.");
    return false;
  }
  writeFileSync(STAMP, fingerprint());
  return true;
}

function isInstalled() {
  const tree = "node_modules/.package-lock.json";
  if (!existsSync(tree)) return false;
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint()) return true;
  const installedAt = statSync(tree).mtimeMs;
  return MANIFESTS.every((file) => statSync(file).mtimeMs <= installedAt);
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const file of MANIFESTS) hash.update(existsSync(file) ? readFileSync(file) : "");
  return hash.digest("hex");
}
