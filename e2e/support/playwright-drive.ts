import { startDrive } from "./drive";

/** Starts one drive for all specs of a run; they find it at BASE_URL. */
export default async function setup(): Promise<() => Promise<void>> {
  const drive = await startDrive();
  process.env.BASE_URL = drive.url;
  return drive.stop;
}
