import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { vi } from "vitest";
import type { Lane } from "@/scripts/start/lane";
import { threePorts } from "./ports";

/** One copy of the built app over somebody's engines, as a process that a test may signal. */
export type AppCopy = {
  url: string;
  child: ChildProcess;
  /** Resolves to the exit code; null when a signal ended it. */
  ended: Promise<number | null>;
  /** What it has logged so far, event by event. */
  events: () => Promise<Record<string, unknown>[]>;
};

/** Starts a copy of the app and waits until it is ready. Its log goes to a file in `dir`. */
export async function startCopy(lane: Pick<Lane, "env">, dir: string, env: Record<string, string> = {}) {
  const port = await threePorts();
  const url = `http://localhost:${port}`;
  const logFile = join(dir, `copy-${port}.log`);
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--import", "./e2e/support/record-rights.ts", "scripts/serve.ts"],
    {
      env: {
        ...process.env,
        ...{ NODE_ENV: "production", HOST: "127.0.0.1", RATE_LIMIT_SCALE: "1000", BCRYPT_COST: "4" },
        ...lane.env,
        ...{ PORT: String(port), AUTH_URL: url, APP_ORIGINS: url, LOG_LEVEL: "info" },
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const ended = once(child, "exit").then(([code]: (number | null)[]) => code ?? null);
  await vi.waitFor(() => requireReady(url), { timeout: 30_000 });
  return { url, child, ended, events: () => eventsIn(logFile) } satisfies AppCopy;
}

async function requireReady(url: string): Promise<void> {
  const { ok, status } = await fetch(`${url}/api/ready`);
  if (!ok) throw new Error(`It answers ${status}`);
}

/** The events of a log; what is no line of JSON is left out. */
export async function eventsIn(logFile: string): Promise<Record<string, unknown>[]> {
  const lines = (await readFile(logFile, "utf8")).split("\n");
  return lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
}
