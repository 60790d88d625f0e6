import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { base, choose, expectAccessible, expectAlive, newEmail, openEntry, upload } from "./support/people";
import { socketBytes } from "./support/socket-bytes";
import { expect, test } from "./support/test";

const MIB = 1024 ** 2;

/** A file of 200 MB, and a folder of three small ones. */
async function writeThings(dir: string): Promise<{ big: string; folder: string; sha256: string }> {
  const folder = join(dir, "Notes");
  await mkdir(join(folder, "inner"), { recursive: true });
  const big = join(dir, "clip.mp4");
  const buffer = randomBytes(200_000_000);
  await writeFile(big, buffer);
  await writeFile(join(folder, "one.txt"), "one");
  await writeFile(join(folder, "تقرير.txt"), "two");
  await writeFile(join(folder, "inner", "three.txt"), "three");
  return { big, folder, sha256: createHash("sha256").update(buffer).digest("hex") };
}

async function register(page: Page): Promise<void> {
  await page.goto(`${base()}/register`);
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("Email").fill(newEmail());
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  await expectAlive(page);
}

/** Waits until the tray says that all has arrived, and empties it. */
async function expectArrived(page: Page): Promise<void> {
  const tray = page.getByRole("region", { name: "Uploads" });
  await expect(tray.getByText("Uploads complete")).toBeVisible({ timeout: 180_000 });
  await tray.getByRole("button", { name: "Clear" }).click();
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

/** Writes down each value that the first progress bar shows from now on. */
async function watchProgress(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    const look = () => {
      const now = document.querySelector("[role=progressbar]")?.getAttribute("aria-valuenow");
      if (now && Number(now) !== seen.at(-1)) seen.push(Number(now));
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  });
  return () => page.evaluate(() => (window as unknown as { seen: number[] }).seen);
}

test.beforeEach(({ page }) => {
  page.on("console", (message) =>
    expect(message.type(), `${message.text()} ${message.location().url}`).not.toBe("error"),
  );
});

test("somebody uploads 200 MB and a folder, shares a link, and a stranger downloads the same bytes, none through the app", async ({
  page,
  browser,
}, { outputDir }) => {
  const { big, folder, sha256 } = await writeThings(outputDir);
  await register(page);
  const before = await socketBytes();
  const progress = await watchProgress(page);
  await upload(page, big);
  await expectArrived(page);
  const seen = await progress();
  expect(seen.length).toBeGreaterThan(5);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  await upload(page, folder, "Upload folder");
  await expectArrived(page);
  expect((await socketBytes()) - before).toBeLessThan(2 * MIB);

  await page.reload();
  await expect(page.getByRole("row", { name: /clip\.mp4.*200 MB/ })).toBeVisible();
  await openEntry(page, "Notes");
  await expect(page.getByRole("row", { name: /one\.txt/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /تقرير/ })).toBeVisible();
  await expectAccessible(page);
  await openEntry(page, "inner");
  await expect(page.getByRole("row", { name: /three\.txt/ })).toBeVisible();

  await page.goto(`${base()}/drive`);
  await choose(page, "clip.mp4", "Share…");
  await page.getByRole("button", { name: "Create link" }).click();
  const url = await page.getByLabel("Link").inputValue();
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(url);
  await expect(stranger.getByRole("heading", { name: "clip.mp4" })).toBeVisible();
  await expectAccessible(stranger);
  const beforeDownload = await socketBytes();
  const download = stranger.waitForEvent("download");
  await stranger.getByRole("link", { name: "Download" }).click();
  expect(await sha256Of(await (await download).path())).toBe(sha256);
  expect((await socketBytes()) - beforeDownload).toBeLessThan(2 * MIB);
});

test("a folder is made, renamed, trashed, taken back and emptied from the trash", async ({ page }) => {
  await register(page);
  await page.getByRole("button", { name: "New", exact: true }).click();
  await page.getByRole("menuitem", { name: "New folder" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Photos");
  await page.getByRole("button", { name: "Create" }).click();
  await choose(page, "Photos", "Rename…");
  await page.getByRole("textbox", { name: "Name" }).fill("Pictures");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await choose(page, "Pictures", "Move to trash");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("row", { name: /Pictures/ })).toBeVisible();
  await choose(page, "Pictures", "Move to trash");
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  await page.getByRole("link", { name: "Trash" }).click();
  await expect(page.getByRole("button", { name: "Restore Pictures" })).toBeVisible();
  await page.getByRole("button", { name: "Empty trash" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Delete all" }).click();
  await expect(page.getByText("Nothing in the trash")).toBeVisible();
});

test("a wrong password keeps what was typed, and log-out ends the session", async ({ page }) => {
  await page.goto(`${base()}/login?next=/drive/trash`);
  await page.getByLabel("Email").fill("nobody@example.com");
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByText("The e-mail or the password is not right.")).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue("nobody@example.com");
  await expectAccessible(page);
  await register(page);
  const cookies = await page.context().cookies();
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("menuitem", { name: "Log out" }).click();
  await expect(page.getByRole("link", { name: "Create account" })).toBeVisible();
  await page.context().addCookies(cookies);
  await page.goto(`${base()}/drive`);
  await expect(page).toHaveURL(/\/login/);
});
