import type { TestProject } from "vitest/node";
import { ensureBuilt } from "@/scripts/start/build";
import { startDrive } from "./drive";

declare module "vitest" {
  interface ProvidedContext {
    baseUrl: string;
  }
}

/** Starts one built drive for all tests over HTTP of a run; they find it by `inject("baseUrl")`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureBuilt(".data");
  const drive = await startDrive();
  project.provide("baseUrl", drive.url);
  project.provide("laneEnv", drive.env);
  return drive.stop;
}
