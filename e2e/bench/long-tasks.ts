import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { writeBigFile } from "@/e2e/support/big-file";
import { startDrive } from "@/e2e/support/drive";
import { aPerson, PASSWORD } from "@/e2e/support/http-client";
import { ensureBuilt } from "@/scripts/start/build";
import { findBrowser } from "@/scripts/test/browser";

/**
 * The longest task on the page's main thread while a file is hashed and uploaded, and how fast that is. `BYTES` (2 GB) is
 * honoured.
 */
const size = Number(process.env.BYTES ?? 2_000_000_000);

await ensureBuilt(".data");
const dir = await mkdtemp(join(tmpdir(), "smart-drive-"));
const drive = await startDrive();
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const path = join(dir, "clip.bin");
  await writeBigFile(path, size);
  const { email } = await aPerson(drive.url);
  const page = await browser.newPage();
  // The compiler that runs this file names functions by a helper of its own, which no page has.
  await page.addInitScript({ content: "globalThis.__name = (named) => named" });
  await page.goto(`${drive.url}/login`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.locator('[aria-busy="false"]').first().waitFor();
  await page.getByRole("button", { name: "New", exact: true }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: "Upload files" }).click();
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: "longtask",
    });
  });
  const start = performance.now();
  await (await chooser).setFiles(path);
  await page.getByText("Uploads complete").waitFor({ timeout: 900_000 });
  const seconds = (performance.now() - start) / 1000;
  const tasks = await page.evaluate(() => Reflect.get(window, "tasks") as number[]);
  const longest = tasks.length > 0 ? `${Math.max(...tasks).toFixed(0)} ms` : "under 50 ms";
  console.log(
    `${(size / 1e9).toFixed(1)} GB hashed and uploaded in ${seconds.toFixed(0)} s (${(size / 1e6 / seconds).toFixed(0)} MB/s): longest task ${longest}, ${tasks.length} over 50 ms`,
  );
} finally {
  await browser.close();
  await drive.stop();
  await rm(dir, { recursive: true, force: true });
}
