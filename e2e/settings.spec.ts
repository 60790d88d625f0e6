import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { base, expectAccessible, expectAlive, hold, logIn, newPerson, upload } from "./support/people";
import { expect, test } from "./support/test";

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("settings are found in the account's menu, and change the name and the theme @phone", async ({ page }) => {
  await logIn(page, await newPerson());
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("menuitem", { name: "Settings" }).click();
  await expect(page).toHaveTitle("Settings · Smart Drive");
  await expectAccessible(page);
  await section(page, "Profile").getByLabel("Name").fill("Ada Lovelace");
  await section(page, "Profile").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
  await page.reload();
  await expect(section(page, "Profile").getByLabel("Name")).toHaveValue("Ada Lovelace");
  await section(page, "Appearance").getByText("Dark").click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expectAccessible(page);
});

test("the language is chosen in the settings, and the page turns to its direction", async ({ page }) => {
  await logIn(page, await newPerson(), "/settings");
  await page.getByLabel("Language").selectOption("العربية");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("heading", { name: "الإعدادات" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("اللغة").selectOption("English");
  await expect(page.getByRole("heading", { name: "Settings", exact: true })).toBeVisible();
});

test("the settings fit at every width between a phone's and a desk's", async ({ page }) => {
  const ada = await newPerson("N".repeat(100));
  await ada.call("/api/tokens", "POST", { name: "t".repeat(100), scopes: ["read", "write"] });
  await logIn(page, ada, "/settings");
  await expect(page.getByText("t".repeat(100))).toBeVisible();
  const found: unknown[] = [];
  for (let width = 600; width <= 1024; width += 20) {
    await page.setViewportSize({ width, height: 720 });
    const narrow = await page
      .locator("main")
      .locator("input:not([type=radio]):visible, select:visible")
      .evaluateAll((fields) => fields.map((field) => field.getBoundingClientRect().width).filter((w) => w < 200));
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const cut = await page.locator("main").evaluate((main) => main.scrollWidth - main.clientWidth);
    if (narrow.length > 0 || beyond > 0 || cut > 0) found.push({ width, narrow, beyond, cut });
  }
  expect(found).toEqual([]);
});

test("the password is changed, and the other sessions end at once", async ({ page, browser }) => {
  const ada = await newPerson();
  const other = await (await browser.newContext()).newPage();
  await logIn(other, ada);
  await logIn(page, ada, "/settings");
  const form = section(page, "Password");
  await form.getByLabel("Current password").fill("not this one");
  await form.getByLabel("New password").fill("tulips in the rain");
  await form.getByRole("button", { name: "Change password" }).click();
  await expect(form.getByText("This is not your password.")).toBeVisible();
  await form.getByLabel("Current password").fill(ada.password);
  await form.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("The password is changed.")).toBeVisible();
  await other.goto(`${base()}/drive`);
  await expect(other).toHaveURL(/\/login/);
  await page.reload();
  await expect(section(page, "Sessions").getByText("This session")).toBeVisible();
  await logIn(other, { ...ada, password: "tulips in the rain" });
});

test("sessions are told apart and ended, one or all", async ({ page, browser }) => {
  const ada = await newPerson();
  const other = await (await browser.newContext({ userAgent: "Mozilla/5.0 Firefox/145.0 Linux" })).newPage();
  await logIn(other, ada);
  await logIn(page, ada, "/settings");
  await section(page, "Sessions").getByRole("button", { name: "End the session of Firefox · Linux" }).click();
  await expect(page.getByText("The session has ended")).toBeVisible();
  await other.goto(`${base()}/drive`);
  await expect(other).toHaveURL(/\/login/);
  await section(page, "Sessions").getByRole("button", { name: "Log out everywhere" }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Log out everywhere" }).click();
  await expect(page).toHaveURL(/\/login/);
  expect((await fetch(`${base()}/api/me`, { headers: { authorization: "Bearer none" } })).status).toBe(401);
});

test("an access token is made, shown once, used, and revoked", async ({ page }) => {
  await logIn(page, await newPerson(), "/settings");
  const tokens = section(page, "Access tokens");
  await tokens.getByRole("button", { name: "New token" }).click();
  const dialog = page.getByRole("dialog", { name: "New token" });
  await dialog.getByLabel("What it is for").fill("backup");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Create token" }).click();
  const secret = await dialog.getByLabel("Token").inputValue();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Done" }).click();
  const headers = { authorization: `Bearer ${secret}` };
  expect((await fetch(`${base()}/api/files`, { headers })).status).toBe(200);
  await expect(tokens.getByText("backup")).toBeVisible();
  await tokens.getByRole("button", { name: "Revoke backup" }).click();
  await expect(tokens.getByText("There are none.")).toBeVisible();
  expect((await fetch(`${base()}/api/files`, { headers })).status).toBe(401);
});

test("everything is exported as one ZIP, wherever in the drive one is by then", async ({ page }) => {
  const ada = await newPerson();
  await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  await logIn(page, ada);
  await upload(page, [{ name: "plan.txt", mimeType: "text/plain", buffer: Buffer.from("plan") }]);
  await expect(page.getByText("Uploads complete")).toBeVisible();
  await page.goto(`${base()}/settings`);
  const release = await hold(page, "**/api/files/*/content");
  const download = page.waitForEvent("download");
  const exporting = section(page, "Export").getByRole("button", { name: "Export everything" });
  await exporting.click();
  await expect(exporting).toBeDisabled();
  await page.getByRole("link", { name: "My files" }).click();
  await expect(page.getByRole("row", { name: /^plan/ })).toBeVisible();
  await expect(page.getByText("Packing My files")).toBeVisible();
  release();
  expect((await download).suggestedFilename()).toBe("My files.zip");
  const files = unzipSync(await readFile(await (await download).path()));
  expect(strFromU8(files["My files/plan.txt"] ?? new Uint8Array())).toBe("plan");
  await expect(page.getByText("Packing My files")).toBeHidden();
});

test("an account is deleted after its password was asked for, and its address is free again", async ({ page }) => {
  const ada = await newPerson();
  await logIn(page, ada, "/settings");
  await section(page, "Delete account").getByRole("button", { name: "Delete my account" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Type your password to confirm.").fill("not this one");
  await dialog.getByRole("button", { name: "Delete my account" }).click();
  await expect(dialog.getByText("This is not your password.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Type your password to confirm.").fill(ada.password);
  await dialog.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByRole("link", { name: "Create account" }).first()).toBeVisible();
  await page.goto(`${base()}/register`);
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("Email").fill(ada.email);
  await page.getByLabel("Password", { exact: true }).fill(ada.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expectAlive(page);
  await expect(page.getByText("Nothing here yet")).toBeVisible();
});

test("a password that is sent before the page is alive stands in no address, and changes nothing", async ({ page }) => {
  const ada = await newPerson();
  await logIn(page, ada);
  await page.route("**/_next/static/chunks/*.js", (route) => route.abort());
  await page.goto(`${base()}/settings`);
  const form = section(page, "Password");
  await form.getByLabel("Current password").fill(ada.password);
  await form.getByLabel("New password").fill("another horse battery");
  const sent = page.waitForRequest((request) => request.isNavigationRequest());
  await form.getByRole("button", { name: "Change password" }).click();
  expect((await sent).url()).toBe(`${base()}/settings`);
  await expect(form.getByLabel("Current password")).toHaveValue("");
  await expect(page).toHaveURL(`${base()}/settings`);
  await page.unrouteAll();
  await page.context().clearCookies();
  await logIn(page, ada);
});
