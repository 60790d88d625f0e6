import type { Engine } from "@/lib/engines/start-process";
import type { Feature } from "@/scripts/provision/steps";

/** Two running engines, and what the app has to be told of them. */
export type Lane = {
  env: Record<string, string>;
  dynamo: Engine;
  store: Engine;
  /** What these engines lack of what provisioning asks for. */
  skip: Feature[];
  stop: () => Promise<void>;
};

/** Stops both engines; the second is stopped even if the first refuses. */
export const stopAll =
  (...engines: Engine[]) =>
  async (): Promise<void> => {
    await Promise.allSettled(engines.map((engine) => engine.stop()));
  };
