import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

const MIB = 1024 ** 2;

async function register(page: Page): Promise<void> {
  await page.goto(`${process.env.BASE_URL}/register`);
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("Email").fill(`${randomBytes(8).toString("hex")}@example.com`);
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Nothing here yet")).toBeVisible();
}

async function upload(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await page.getByRole("button", { name: "New", exact: true }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: "Upload files" }).click();
  await (await chooser).setFiles(files);
  await expect(page.getByText("Uploads complete")).toBeVisible({ timeout: 60_000 });
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
}

test.beforeEach(({ page }) => {
  page.on("console", (message) => expect(message.type(), message.text()).not.toBe("error"));
});

test("somebody registers, uploads, shares a link, and a stranger downloads the same bytes", async ({
  page,
  browser,
}) => {
  const buffer = randomBytes(40 * MIB);
  await register(page);
  await upload(page, [
    { name: "clip.mp4", mimeType: "video/mp4", buffer },
    { name: "تقرير.txt", mimeType: "text/plain", buffer: Buffer.from("hello") },
  ]);
  await page.reload();
  await expect(page.getByRole("row", { name: /تقرير/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "More actions for clip.mp4" }).click();
  await page.getByRole("menuitem", { name: "Share…" }).click();
  await page.getByRole("button", { name: "Create link" }).click();
  const url = await page.getByLabel("Link").inputValue();
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(url);
  await expect(stranger.getByRole("heading", { name: "clip.mp4" })).toBeVisible();
  await expectAccessible(stranger);
  const download = stranger.waitForEvent("download");
  await stranger.getByRole("link", { name: "Download" }).click();
  const path = await (await download).path();
  expect(await sha256Of(path)).toBe(createHash("sha256").update(buffer).digest("hex"));
});

test("a folder is made, renamed, trashed, taken back and emptied from the trash", async ({ page }) => {
  await register(page);
  await page.getByRole("button", { name: "New", exact: true }).click();
  await page.getByRole("menuitem", { name: "New folder" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Photos");
  await page.getByRole("button", { name: "Create" }).click();
  await page.getByRole("button", { name: "More actions for Photos" }).click();
  await page.getByRole("menuitem", { name: "Rename…" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Pictures");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await page.getByRole("button", { name: "More actions for Pictures" }).click();
  await page.getByRole("menuitem", { name: "Move to trash" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("row", { name: /Pictures/ })).toBeVisible();
  await page.getByRole("button", { name: "More actions for Pictures" }).click();
  await page.getByRole("menuitem", { name: "Move to trash" }).click();
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  await page.getByRole("link", { name: "Trash" }).click();
  await expect(page.getByRole("button", { name: "Restore Pictures" })).toBeVisible();
  await page.getByRole("button", { name: "Empty trash" }).click();
  await expect(page.getByText("The trash is empty.")).toBeVisible();
});

test("a wrong password keeps what was typed, and log-out ends the session", async ({ page }) => {
  await page.goto(`${process.env.BASE_URL}/login?next=/drive/trash`);
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
  await page.goto(`${process.env.BASE_URL}/drive`);
  await expect(page).toHaveURL(/\/login/);
});
