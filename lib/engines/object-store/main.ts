import { mkdirSync } from "node:fs";
import type { Server } from "node:http";
import { claimDirectory, isAlive } from "./claim";
import { startLifecycle } from "./lifecycle";
import { openStore } from "./open-store";
import { createStoreServer } from "./server";
import { readSettings, type Settings } from "./settings";

const DRAIN_MS = 5000;

const report = (event: Record<string, unknown>): void => console.error(JSON.stringify(event));

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  mkdirSync(settings.directory, { recursive: true, mode: 0o700 });
  const release = claimDirectory(settings.directory);
  process.on("exit", release);
  const store = await openStore(settings.directory, report);
  const server = createStoreServer({ settings, store, report });
  const port = await listen(server, settings);
  startLifecycle(store, report);
  const note = "A local object store for development and tests. It is not for production.";
  console.log(JSON.stringify({ event: "ready", host: settings.host, port, note }));
  const stop = () => drain(server);
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  watchParent(settings.parentPid, stop);
}

function listen(server: Server, { host, port }: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function drain(server: Server): void {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), DRAIN_MS).unref();
}

// A launcher that was killed cannot tell us so.
function watchParent(pid: number | undefined, stop: () => void): void {
  if (pid === undefined) return;
  const timer = setInterval(() => {
    if (isAlive(pid)) return;
    clearInterval(timer);
    stop();
  }, 1000);
  timer.unref();
}

start().catch((error: unknown) => {
  report({ event: "failed", message: error instanceof Error ? error.message : String(error) });
  process.exit(1);
});
