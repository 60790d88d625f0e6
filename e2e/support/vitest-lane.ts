import type { TestProject } from "vitest/node";
import type { Feature } from "@/scripts/provision/steps";
import { startLaneInTemp } from "./engines";

declare module "vitest" {
  interface ProvidedContext {
    laneEnv: Record<string, string>;
    laneSkip: Feature[];
  }
}

/** Starts the engines once for all integration tests of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const lane = await startLaneInTemp();
  project.provide("laneEnv", lane.env);
  project.provide("laneSkip", lane.skip);
  return lane.stop;
}
