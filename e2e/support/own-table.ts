import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, inject, vi } from "vitest";
import { newId } from "@/lib/ids";
import { runJobs } from "@/lib/service/worker";
import { runSteps } from "@/scripts/provision/steps";
import { tableSteps } from "@/scripts/provision/table";

/** Gives a test file a table of its own, for what looks at whole tables. The configuration is read once a file: call it first. */
export async function useOwnTable(): Promise<void> {
  vi.stubEnv("DYNAMODB_TABLE", `own-${newId()}`);
  await runSteps(tableSteps(), inject("laneSkip"));
}

/** Does all jobs to their end; some make further ones. */
export async function finishJobs(): Promise<void> {
  while ((await runJobs()) > 0);
}

/** Runs `npm run fsck` over the file's own table, once its jobs have ended. */
export async function expectSoundTable(): Promise<void> {
  await finishJobs();
  expect(await fsck()).toMatch(/^\d{2,} items, 0 faults$/m);
}

/** What `npm run fsck` prints; its exit code is the last word. */
export async function fsck(): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)("npm", ["run", "--silent", "fsck"]);
    return stdout;
  } catch (error) {
    return `${Reflect.get(Object(error), "stdout")}exit ${Reflect.get(Object(error), "code")}`;
  }
}
