import { ensureBuilt } from "@/scripts/start/build";
import { startDrive } from "./drive";

/** Starts one drive for all specs of a run, built from the sources as they are; they find it at BASE_URL. */
export default async function setup(): Promise<() => Promise<void>> {
  await ensureBuilt(".data");
  const drive = await startDrive();
  process.env.BASE_URL = drive.url;
  return drive.stop;
}
