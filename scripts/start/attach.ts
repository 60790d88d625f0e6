import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { claimData, otherLauncher, releaseData } from "./checks";
import { embeddedEnv, planEmbedded } from "./embedded";
import { adoptEnvironment, prepareEnvironment } from "./environment";
import { readPorts } from "./ports";
import { keepSecrets } from "./secrets";
import { readSettings, type Settings } from "./settings";

/**
 * Lets a program of its own reach the table and the bucket that the app would: those that the environment names, or else those of the
 * embedded lane, which are started if the drive is not running. Answers the call that lets go of them.
 * @throws Error that says what to do where there is no drive.
 */
export async function attachEngines(): Promise<() => Promise<void>> {
  prepareEnvironment(false);
  const settings = readSettings(process.env);
  // The app's own signs what such a program never hands out.
  process.env.AUTH_SECRET ||= randomBytes(33).toString("base64");
  if (settings.isEngineGiven) return async () => undefined;
  const { dataDir } = settings;
  if (!existsSync(join(dataDir, "secrets.json")))
    throw new Error(
      `There is no drive in ${dataDir}. DATA_DIR names another folder; .env.example says how to name engines.`,
    );
  return (await otherLauncher(dataDir)) ? joinRunning(settings) : startOwn(settings);
}

async function joinRunning(settings: Settings): Promise<() => Promise<void>> {
  const ports = await readPorts(settings.dataDir);
  if (!ports) throw new Error(`${settings.dataDir} does not say where its engines are. Stop the drive and try again.`);
  adoptEnvironment(embeddedEnv(settings, await keepSecrets(settings.dataDir), ports));
  return async () => undefined;
}

async function startOwn(settings: Settings): Promise<() => Promise<void>> {
  await claimData(settings.dataDir);
  const plan = await planEmbedded(settings);
  adoptEnvironment(plan.env);
  const lane = await plan.start();
  return async () => {
    await lane.stop();
    await releaseData(settings.dataDir);
  };
}
