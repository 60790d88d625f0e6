import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Engine, startEngine } from "@/lib/engines/start-process";
import type { Lane } from "@/scripts/start/lane";
import { laneName, startLane } from "./engines";
import { threePorts } from "./ports";

/** A whole drive: the built app and the engines of a lane, each of which can be killed and started again. */
export type Drive = Lane & { url: string; app: Engine };

/** Starts a drive with data of its own. `env` adds to or replaces the app's variables. */
export async function startDrive(env: Record<string, string> = {}): Promise<Drive> {
  const dir = await mkdtemp(join(tmpdir(), "smart-drive-"));
  const port = await threePorts();
  const lane = await startLane(laneName(), dir, port);
  const app = await startApp(join(dir, "log", "app.log"), { ...lane.env, PORT: String(port), ...env });
  const stop = async () => {
    await app.stop();
    await lane.stop();
    await rm(dir, { recursive: true, force: true });
  };
  return { ...lane, url: app.endpoint, app, stop };
}

const preload = (name: string) => ["--import", `./e2e/support/${name}.ts`];

function startApp(logFile: string, env: Record<string, string>): Promise<Engine> {
  const url = `http://localhost:${env.PORT}`;
  return startEngine(url, {
    name: "The app",
    command: process.execPath,
    args: ["--import", "tsx", ...preload("count-sockets"), ...preload("record-rights"), "scripts/serve.ts"],
    env: { NODE_ENV: "production", HOST: "127.0.0.1", RATE_LIMIT_SCALE: "1000", BCRYPT_COST: "4", ...env },
    logFile,
    isReady: () => isHealthy(url),
  });
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`)).ok;
  } catch {
    return false;
  }
}
