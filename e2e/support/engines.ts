import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { planEmbedded } from "@/scripts/start/embedded";
import type { Lane } from "@/scripts/start/lane";
import { threePorts } from "./ports";
import { startReal } from "./real-lane";

const LaneName = z.enum(["embedded", "real"]).default("embedded");
export type LaneName = z.infer<typeof LaneName>;

/** The lane that LANE asks for. */
export const laneName = (): LaneName => LaneName.parse(process.env.LANE || undefined);

/**
 * Starts the engines of a lane with their data in `dir`, and makes table and bucket; this process is told where they are.
 * `appPort` is where the app will be.
 */
export async function startLane(lane: LaneName, dir: string, appPort?: number): Promise<Lane> {
  // The SDK's versions are pinned below the one that drops Node 20.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  const port = appPort ?? (await threePorts());
  const started = lane === "real" ? await startReal(dir, port) : await startOwn(dir, port);
  try {
    Object.assign(process.env, started.env);
    await provision(started);
    return started;
  } catch (error) {
    await started.stop();
    throw error;
  }
}

// In a process of its own: clients are made once a process, and one that made them here would keep to its first drive's engines.
async function provision({ env, skip }: Lane): Promise<void> {
  await promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/provision.ts"], {
    env: { ...process.env, ...env, PROVISION_SKIP: skip.join(",") },
  });
}

async function startOwn(dataDir: string, port: number): Promise<Lane> {
  const { start } = await planEmbedded({ dataDir, host: "127.0.0.1", port });
  return start();
}

/** Starts a lane in a folder of its own, which goes when the lane stops. */
export async function startLaneInTemp(appPort?: number): Promise<Lane> {
  const dir = await mkdtemp(join(tmpdir(), "smart-drive-"));
  const started = await startLane(laneName(), dir, appPort);
  const stop = async () => {
    await started.stop();
    await rm(dir, { recursive: true, force: true });
  };
  return { ...started, stop };
}
