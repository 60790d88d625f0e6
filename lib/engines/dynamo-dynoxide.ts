import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { answersHttp, type Engine, startEngine } from "./start-process";

/** The binary that npm installed for this platform; null where there is none. */
export function findDynoxide(): string | null {
  const suffix = process.platform === "win32" ? ".exe" : "";
  try {
    const manifest = createRequire(import.meta.url).resolve(
      `@dynoxide/${process.platform}-${process.arch}/package.json`,
    );
    const binary = join(dirname(manifest), `dynoxide${suffix}`);
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

/** A DynamoDB-compatible server on SQLite. It checks no credentials, so it never leaves loopback. */
export function startDynoxide(binary: string, dir: string, port: number): Promise<Engine> {
  mkdirSync(dir, { recursive: true });
  const endpoint = `http://127.0.0.1:${port}`;
  return startEngine(endpoint, {
    name: "dynoxide",
    command: binary,
    args: ["serve", "--host", "127.0.0.1", "--port", String(port), "--db-path", join(dir, "dynamo.sqlite")],
    logFile: join(dir, "log", "dynoxide.log"),
    isReady: () => answersHttp(endpoint),
  });
}
