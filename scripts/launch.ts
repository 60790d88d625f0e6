import { parseEnv } from "@/lib/env";
import { provision } from "./provision/provision";
import { startApp } from "./start/app";
import { ensureBuilt } from "./start/build";
import { claimData, findObstacle } from "./start/checks";
import { planEmbedded } from "./start/embedded";
import { adoptEnvironment, prepareEnvironment } from "./start/environment";
import { readSettings } from "./start/settings";
import { type Running, stopAndExit, stopOnSignals } from "./start/stop";

const isDev = process.argv.includes("--dev");
const running: Running = {};

/** Everything behind `npm start`: build, engines, table and bucket, app. */
async function launch(): Promise<void> {
  prepareEnvironment(isDev);
  const settings = readSettings(process.env);
  const obstacle = await findObstacle(settings);
  if (obstacle) throw new Error(obstacle);
  if (!settings.isEngineGiven) {
    await claimData(settings.dataDir);
    running.dataDir = settings.dataDir;
  }
  if (!isDev) await ensureBuilt(settings.dataDir);
  const plan = settings.isEngineGiven ? null : await planEmbedded(settings);
  adoptEnvironment(plan?.env ?? {});
  parseEnv(process.env);
  const app = startApp(process.env);
  running.app = app;
  const startEngines = async () => {
    if (!plan) return;
    running.lane = await plan.start();
    await provision(running.lane.skip);
  };
  await Promise.race([refuseEnd(app.ended), Promise.all([startEngines(), app.prepared])]);
  await Promise.race([refuseEnd(app.ended), app.listen()]);
  keepEnginesAlive();
  console.log(`Smart Drive is ready at http://localhost:${settings.port}`);
  await refuseEnd(app.ended);
}

async function refuseEnd(ended: Promise<number | null>): Promise<void> {
  const code = await ended;
  if (!running.isStopping) throw new Error(`The app's process ended by itself (exit code ${code}).`);
}

function keepEnginesAlive(): void {
  const { lane } = running;
  lane?.dynamo.keepAlive(() => console.error("The database ended by itself; starting it again."));
  lane?.store.keepAlive(() => console.error("The object store ended by itself; starting it again."));
}

stopOnSignals(running);
launch().catch((error: unknown) => {
  if (running.isStopping) return;
  console.error(error instanceof Error ? error.message : error);
  stopAndExit(running, 1);
});
