import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const MANIFESTS = ["package.json", "package-lock.json"];

/** Installs what a folder's package.json names, unless that was done before. @returns false when npm failed. */
export function ensureInstalled(folder = ".") {
  if (isInstalled(folder)) return true;
  console.log("Installing dependencies (once, and after an update) …");
  const isWindows = process.platform === "win32";
  const { status } = spawnSync("npm", ["install", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: "inherit",
    shell: isWindows,
  });
  if (status !== 0) {
    console.error("npm install failed; what it said is above. A first start needs the npm registry.");
    return false;
  }
  writeFileSync(stampOf(folder), fingerprint(folder));
  return true;
}

const stampOf = (folder) => join(folder, "node_modules/.installed-for");
const manifestsOf = (folder) => MANIFESTS.map((file) => join(folder, file));

function isInstalled(folder) {
  const tree = join(folder, "node_modules/.package-lock.json");
  if (!existsSync(tree)) return false;
  const stamp = stampOf(folder);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint(folder)) return true;
  const installedAt = statSync(tree).mtimeMs;
  return manifestsOf(folder).every((file) => statSync(file).mtimeMs <= installedAt);
}

function fingerprint(folder) {
  const hash = createHash("sha256");
  for (const file of manifestsOf(folder)) hash.update(existsSync(file) ? readFileSync(file) : "");
  return hash.digest("hex");
}
