import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

/** What has passed through the sockets of the app's process so far, in bytes (`count-sockets.ts`). */
export async function socketBytes(): Promise<number> {
  const { APP_PID, SOCKET_COUNT_FILE: file } = process.env;
  if (!APP_PID || !file) throw new Error("The drive under test counts no sockets");
  await rm(file, { force: true });
  process.kill(Number(APP_PID), "SIGUSR2");
  while (!existsSync(file)) await pause(10);
  return Number(await readFile(file, "utf8"));
}
