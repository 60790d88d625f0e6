import { readFileSync } from "node:fs";
import type { App } from "./app";
import { releaseData } from "./checks";
import type { Lane } from "./lane";

/** What a launcher has started so far. */
export type Running = { app?: App; lane?: Lane; dataDir?: string; isStopping?: boolean };

const PARENT_CHECK_MS = 1000;

/** Stops the app, which drains, then its engines, and ends the process. A second call ends it at once. */
export async function stopAndExit(running: Running, code: number): Promise<void> {
  if (running.isStopping) process.exit(1);
  running.isStopping = true;
  await running.app?.stop();
  await running.lane?.stop();
  if (running.dataDir) await releaseData(running.dataDir);
  process.exit(code);
}

/** Stops when asked to, and when npm, which stands between the terminal and us, was killed. */
export function stopOnSignals(running: Running): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => stopAndExit(running, 0));
  }
  if (!process.env.npm_lifecycle_event) return;
  const parents = parentsOf();
  const watch = setInterval(() => {
    if (parentsOf() !== parents && !running.isStopping) stopAndExit(running, 0);
  }, PARENT_CHECK_MS);
  watch.unref();
}

/** The shell that runs a script for npm, and npm. Without /proc, the shell alone. */
function parentsOf(): string {
  try {
    const status = readFileSync(`/proc/${process.ppid}/status`, "utf8");
    return `${process.ppid} ${/^PPid:\s*(\d+)/m.exec(status)?.[1]}`;
  } catch {
    return String(process.ppid);
  }
}
