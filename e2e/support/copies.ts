import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type AppCopy, startCopy } from "./app-copy";
import { startLaneInTemp } from "./engines";

type Copies = {
  start: (env?: Record<string, string>) => Promise<AppCopy>;
  /** Ends the copies that still run, then their engines. */
  stop: () => Promise<void>;
};

/** Starts engines, over which it starts copies of the app. */
export async function startCopies(): Promise<Copies> {
  const lane = await startLaneInTemp();
  const dir = await mkdtemp(join(tmpdir(), "smart-drive-"));
  const copies: AppCopy[] = [];
  const start = async (env?: Record<string, string>) => {
    const copy = await startCopy(lane, dir, env);
    copies.push(copy);
    return copy;
  };
  const stop = async () => {
    for (const { child } of copies) child.kill("SIGTERM");
    await Promise.all(copies.map(({ ended }) => ended));
    await lane.stop();
    await rm(dir, { recursive: true, force: true });
  };
  return { start, stop };
}

/** The same for a test file as a whole: called at its top, since a hook that another hook asks for is never run. */
export async function startEnginesForCopies(): Promise<Copies["start"]> {
  const { start, stop } = await startCopies();
  afterAll(stop);
  return start;
}
