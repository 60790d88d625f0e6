import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "@/scripts/start/build";
import { startDrive } from "./drive";

/** Starts one drive for all specs of a run, built from the sources as they are; they find it at BASE_URL. */
export default async function setup(): Promise<() => Promise<void>> {
  await ensureBuilt(".data");
  const dir = await mkdtemp(join(tmpdir(), "smart-drive-"));
  process.env.SOCKET_COUNT_FILE = join(dir, "socket-bytes");
  const drive = await startDrive();
  process.env.BASE_URL = drive.url;
  process.env.APP_PIDS = drive.copies.map(({ pid }) => pid).join(",");
  return async () => {
    await drive.stop();
    await rm(dir, { recursive: true });
  };
}
