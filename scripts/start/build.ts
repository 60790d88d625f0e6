import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hintCompilation } from "./compile-hints";

const FOLDERS = ["app", "components", "lib", "public"];
const IS_TEST = /\.i?test\.tsx?$/;
const IS_ROOT_SOURCE = /\.(ts|mjs|json)$/;
const NOT_BUILT_IN = /^(vitest|playwright|biome|next-env|\.)/;

const distDir = (): string => process.env.NEXT_DIST_DIR || ".next";
const stampFile = (): string => join(distDir(), "source-hash");

/** Builds the app unless its sources are those of the last build. @throws Error with the end of the build's output. */
export async function ensureBuilt(dataDir: string): Promise<void> {
  const hash = await hashSources();
  if ((await readFile(stampFile(), "utf8").catch(() => "")) === hash) return;
  console.log("Building Smart Drive (once, and after a change; about a minute) …");
  await build(join(dataDir, "log"), hash);
  await hintCompilation(distDir());
  await writeFile(stampFile(), hash);
}

/** One hash over everything that a build reads. */
export async function hashSources(): Promise<string> {
  const hash = createHash("sha256");
  for (const file of await listSources()) {
    hash.update(`${file}\0`).update(await readFile(file));
  }
  return hash.digest("hex");
}

async function listSources(): Promise<string[]> {
  const root = (await readdir(".")).filter((name) => IS_ROOT_SOURCE.test(name) && !NOT_BUILT_IN.test(name));
  const nested = await Promise.all(FOLDERS.map(listFolder));
  return [...root, ...nested.flat()].sort();
}

async function listFolder(folder: string): Promise<string[]> {
  if (folder === join("lib", "engines")) return [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const nested = entries.map((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listFolder(path);
    return IS_TEST.test(entry.name) ? [] : [path];
  });
  return (await Promise.all(nested)).flat();
}

/**
 * What Next would draw at random, taken from the sources: a form that one copy's page sends is known to every copy that was
 * built from the same ones. The key names actions, and would encrypt what one defined inside of a component closes over;
 * ours stand in files of their own, so that it guards nothing.
 */
function named(hash: string): Record<string, string> {
  const key = createHash("sha256").update(`actions:${hash}`).digest("base64");
  return { BUILD_ID: hash.slice(0, 20), NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key };
}

async function build(logDir: string, hash: string): Promise<void> {
  await mkdir(logDir, { recursive: true });
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...named(hash), ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const log = createWriteStream(join(logDir, "build.log"));
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said.push(text);
      log.write(text);
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  log.end();
  if (code !== 0) throw new Error(`The build failed:\n${said.join("").trim().split("\n").slice(-40).join("\n")}`);
}
