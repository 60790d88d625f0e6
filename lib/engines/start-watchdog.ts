import { spawn } from "node:child_process";

/**
 * Ends a process when this one dies, kill -9 included: a shell waits for the end of a pipe that only this process holds open.
 * Returns the call that lets go of it again.
 */
export function watchOver(pid: number): () => void {
  if (process.platform === "win32") return () => undefined;
  const script = 'read -r word; [ "$word" = stop ] || kill -9 "$1" 2>/dev/null';
  const watchdog = spawn("sh", ["-c", script, "watchdog", String(pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watchdog.on("error", () => undefined);
  watchdog.stdin.on("error", () => undefined);
  watchdog.unref();
  return () => watchdog.stdin.end("stop\n");
}
