import { readlink } from "node:fs/promises";
import { join } from "node:path";
import { type BrowserContext, chromium, test } from "@playwright/test";

/** Starts a browser that keeps what it knows in a folder, as a person's own does. */
export function launchKept(profile: string): Promise<BrowserContext> {
  const { launchOptions } = test.info().project.use;
  return chromium.launchPersistentContext(profile, launchOptions);
}

/** Kills a kept browser with -9: it has no chance to write anything down. */
export async function killBrowser(profile: string): Promise<void> {
  // Chromium names its process in the lock of its profile: "host-1234".
  const lock = await readlink(join(profile, "SingletonLock"));
  process.kill(Number(lock.split("-").at(-1)), "SIGKILL");
}
