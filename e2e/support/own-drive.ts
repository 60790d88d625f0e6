import { test } from "@playwright/test";
import { type Drive, startDrive } from "./drive";

/** Gives a spec a drive of its own, where that of the run is set up otherwise than its story needs. Called at its top. */
export function withOwnDrive(env: Record<string, string>): () => Drive {
  let drive: Drive;
  let ofTheRun: NodeJS.ProcessEnv;
  test.beforeAll(async () => {
    ofTheRun = { ...process.env };
    drive = await startDrive(env);
    process.env.BASE_URL = drive.url;
  });
  test.afterAll(async () => {
    // The specs after it are told by the same process's environment where their drive is.
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, ofTheRun);
    await drive.stop();
  });
  return () => drive;
}
