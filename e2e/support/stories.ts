import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Makes an account through the page and leaves it at its empty drive. */
export async function register(page: Page): Promise<void> {
  await page.goto(`${process.env.BASE_URL}/register`);
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("Email").fill(`${randomBytes(8).toString("hex")}@example.com`);
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Nothing here yet")).toBeVisible();
}

type Files = string | string[] | { name: string; mimeType: string; buffer: Buffer }[];

/** Uploads through the "New" menu and waits until the tray says that all has arrived; the tray is empty then. */
export async function upload(page: Page, files: Files, item = "Upload files"): Promise<void> {
  await page.getByRole("button", { name: "New", exact: true }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: item }).click();
  await (await chooser).setFiles(files);
  await expect(page.getByText("Uploads complete")).toBeVisible({ timeout: 90_000 });
  await page.getByRole("region", { name: "Uploads" }).getByRole("button", { name: "Clear" }).click();
}

/** The SHA-256 of a file on this disk, in hex. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

/** What axe finds wrong with the page as it stands: nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
}
