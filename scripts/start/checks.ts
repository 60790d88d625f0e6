import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isPortFree } from "@/lib/engines/start-port";
import type { Settings } from "./settings";

/** What stands in the way of a start, in one sentence that says what to do about it. */
export async function findObstacle({ port, host, dataDir, isEngineGiven }: Settings): Promise<string | null> {
  if (!(await isPortFree(port, host))) {
    return `Port ${port} is in use. Stop what runs there, or choose another: PORT=${port + 10} npm start`;
  }
  // Without engines of its own a copy of the app keeps nothing on disk.
  if (isEngineGiven) return null;
  if (!(await isWritable(dataDir))) {
    return `The data folder ${dataDir} can't be written. Make it yours, or choose another: DATA_DIR=./my-data npm start`;
  }
  const other = await otherLauncher(dataDir);
  if (other) return `The data in ${dataDir} is in use by a running Smart Drive (process ${other}). Stop it first.`;
  return null;
}

async function isWritable(dataDir: string): Promise<boolean> {
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await writeFile(probe, "");
    await rm(probe);
    return true;
  } catch {
    return false;
  }
}

const lockOf = (dataDir: string): string => join(dataDir, "launcher.pid");

/** Marks the data as in use by this process; the mark of a dead process counts for nothing. */
export const claimData = (dataDir: string): Promise<void> => writeFile(lockOf(dataDir), String(process.pid));

/** Takes the mark away. */
export const releaseData = (dataDir: string): Promise<void> => rm(lockOf(dataDir), { force: true });

/** The process of a running Smart Drive that uses these data; null when none does. */
export async function otherLauncher(dataDir: string): Promise<number | null> {
  const pid = Number(await readFile(lockOf(dataDir), "utf8").catch(() => ""));
  if (!pid || pid === process.pid) return null;
  try {
    process.kill(pid, 0);
  } catch {
    return null;
  }
  // After a reboot the number may belong to somebody else.
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "start.mjs");
  return /start\.mjs|scripts\/export\.ts/.test(command) ? pid : null;
}
