import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Engine, startEngine } from "@/lib/engines/start-process";
import { stopPatienceMs } from "@/scripts/start/app";
import type { Lane } from "@/scripts/start/lane";
import { startBalancer } from "./balancer";
import { laneName, startLane } from "./engines";
import { threePorts } from "./ports";

/**
 * A whole drive: the built app and the engines of a lane, each of which can be killed and started again. `app` is the first
 * of its copies, and most drives have no other.
 */
export type Drive = Lane & { url: string; app: Engine; copies: Engine[] };

/**
 * Starts a drive with data of its own. `env` adds to or replaces the app's variables. More than one copy (COPIES, unless told
 * here) stands behind Caddy, which is where the drive's address leads then.
 */
export async function startDrive(
  env: Record<string, string> = {},
  count = Number(process.env.COPIES || 1),
): Promise<Drive> {
  const dir = await mkdtemp(join(tmpdir(), "smart-drive-"));
  const port = await threePorts();
  const lane = await startLane(laneName(), dir, port);
  const ports = count === 1 ? [port] : await portsOf(count);
  const behind: Record<string, string> = count === 1 ? {} : { TRUST_PROXY: "1" };
  const copies: Engine[] = [];
  for (const each of ports) copies.push(await startApp(dir, each, { ...lane.env, ...behind, ...env }));
  const [app] = copies;
  if (!app) throw new Error("A drive has at least one copy");
  const balancer = count === 1 ? undefined : await startBalancer(join(dir, "caddy"), port, ports);
  const stop = async () => {
    await Promise.all([...copies, balancer].map((each) => each?.stop()));
    await lane.stop();
    await rm(dir, { recursive: true, force: true });
  };
  return { ...lane, url: `http://localhost:${port}`, app, copies, stop };
}

async function portsOf(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await threePorts());
  return [...ports];
}

const preload = (name: string) => ["--import", `./e2e/support/${name}.ts`];

function startApp(dir: string, port: number, env: Record<string, string>): Promise<Engine> {
  const url = `http://localhost:${port}`;
  return startEngine(url, {
    name: "The app",
    command: process.execPath,
    args: ["--import", "tsx", ...preload("count-sockets"), ...preload("record-rights"), "scripts/serve.ts"],
    env: {
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      RATE_LIMIT_SCALE: "1000",
      BCRYPT_COST: "4",
      ...env,
      PORT: String(port),
    },
    logFile: join(dir, "log", `app-${port}.log`),
    isReady: () => isHealthy(url),
    endsWithinMs: stopPatienceMs({ ...process.env, ...env }),
  });
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`)).ok;
  } catch {
    return false;
  }
}
