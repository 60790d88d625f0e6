import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { systemCode } from "./errors";

/**
 * Takes a data directory for this process alone: a second one on it would sweep away what the first is writing.
 * @returns what gives it back. @throws when another process that still runs has it.
 */
export function claimDirectory(directory: string): () => void {
  const path = join(directory, "server.pid");
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
    const owner = Number(readFileSync(path, "utf8"));
    if (owner !== process.pid && isStore(owner)) throw new Error(`${directory} is in use by process ${owner}`);
    writeFileSync(path, String(process.pid));
  }
  return () => rmSync(path, { force: true });
}

// After a restart of the machine the number may be that of any other program.
function isStore(pid: number): boolean {
  if (!isAlive(pid)) return false;
  const line = `/proc/${pid}/cmdline`;
  return existsSync(line) ? readFileSync(line, "utf8").includes("object-store") : true;
}

/** True while a process of that number runs. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === "EPERM";
  }
}
