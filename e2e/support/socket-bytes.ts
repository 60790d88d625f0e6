import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

/** What has passed through the sockets of the app's processes so far, in bytes (`count-sockets.ts`). */
export async function socketBytes(): Promise<number> {
  const { APP_PIDS, SOCKET_COUNT_FILE } = process.env;
  if (!APP_PIDS || !SOCKET_COUNT_FILE) throw new Error("The drive under test counts no sockets");
  const counts = await Promise.all(
    APP_PIDS.split(",").map((pid) => askFor(Number(pid), `${SOCKET_COUNT_FILE}.${pid}`)),
  );
  return counts.reduce((sum, bytes) => sum + bytes, 0);
}

async function askFor(pid: number, file: string): Promise<number> {
  await rm(file, { force: true });
  process.kill(pid, "SIGUSR2");
  while (!existsSync(file)) await pause(10);
  return Number(await readFile(file, "utf8"));
}
