import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type AppCopy, startCopy } from "./app-copy";
import { startLaneInTemp } from "./engines";

/** Starts engines for a test file, over which it starts copies of the app; whatever still runs at its end is ended. */
export async function startEnginesForCopies(): Promise<(env?: Record<string, string>) => Promise<AppCopy>> {
  const lane = await startLaneInTemp();
  const dir = await mkdtemp(join(tmpdir(), "smart-drive-"));
  const copies: AppCopy[] = [];
  afterAll(async () => {
    for (const { child } of copies) child.kill("SIGTERM");
    await Promise.all(copies.map(({ ended }) => ended));
    await lane.stop();
    await rm(dir, { recursive: true, force: true });
  });
  return async (env) => {
    const copy = await startCopy(lane, dir, env);
    copies.push(copy);
    return copy;
  };
}
