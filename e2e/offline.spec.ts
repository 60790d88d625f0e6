import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { rowOf } from "./support/folders";
import { base, choose, expectAlive, logIn, makeFolders, newPerson, openEntry, upload } from "./support/people";
import { expect, test } from "./support/test";

const UNREACHED = "The drive can't be reached. Check your connection.";
const STAYS = "There is no connection. Try again when it is back.";

const textFile = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** Marks the page that runs, so that another one in its place is noticed. */
const mark = (page: Page) => page.evaluate(() => document.body.setAttribute("data-mark", ""));
const expectSamePage = (page: Page) => expect(page.locator("body[data-mark]")).toHaveCount(1);

/** A drive with two folders, marked, that has just lost its network. */
async function openAndLose(page: Page, context: BrowserContext) {
  const ada = await newPerson();
  await makeFolders(ada, 2);
  await logIn(page, ada);
  await expect(rowOf(page, "Folder 002")).toBeVisible();
  await mark(page);
  await context.setOffline(true);
  return ada;
}

test("a deed without a network goes back with the reason, and the page stays", async ({ page, context }) => {
  await openAndLose(page, context);
  await choose(page, "Folder 001", "Move to trash");
  await expect(page.getByText(UNREACHED)).toBeVisible();
  await expect(rowOf(page, "Folder 001")).toBeVisible();
  await expect(page.getByText(UNREACHED)).toHaveCount(0);
  await choose(page, "Folder 002", "Star");
  await expect(page.getByText(UNREACHED)).toBeVisible();
  await expect(page.getByRole("img", { name: "Starred" })).toHaveCount(0);
  await expectSamePage(page);
  await context.setOffline(false);
  await choose(page, "Folder 001", "Move to trash");
  await expect(rowOf(page, "Folder 001")).toHaveCount(0);
  await expectSamePage(page);
});

test("without a network nothing leads out of the page that runs", async ({ page, context }) => {
  await openAndLose(page, context);
  await openEntry(page, "Folder 001");
  await expect(page.getByText(STAYS)).toBeVisible();
  await page.getByRole("link", { name: "Recent" }).click();
  await page.getByRole("combobox", { name: "Search in Drive" }).fill("plan");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${base()}/drive`);
  await expectSamePage(page);
  await context.setOffline(false);
  await openEntry(page, "Folder 001");
  await expect(page).toHaveURL(/drive\/[\w-]{20,}$/);
  await expectSamePage(page);
});

test("a page that the server does not answer for comes when it does", async ({ page }) => {
  await logIn(page, await newPerson());
  await mark(page);
  const isPage = (url: URL) => url.pathname.startsWith("/drive");
  await page.route(isPage, (route) => route.abort());
  await page.getByRole("link", { name: "Recent" }).click();
  await expect(page.getByText("You are offline. What you see may be old; uploads wait.")).toBeVisible();
  await expectSamePage(page);
  await page.unroute(isPage);
  await expect(page.getByText("Nothing changed lately")).toBeVisible();
  await expectSamePage(page);
});

test("a dialog without a network says so, and keeps what was typed", async ({ page, context }) => {
  await openAndLose(page, context);
  await page.getByRole("button", { name: "New", exact: true }).click();
  await page.getByRole("menuitem", { name: "New folder" }).click();
  const dialog = page.getByRole("dialog", { name: "New folder" });
  await dialog.getByLabel("Name").fill("Plans");
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(dialog.getByText(UNREACHED)).toBeVisible();
  await expect(dialog.getByLabel("Name")).toHaveValue("Plans");
  await context.setOffline(false);
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(rowOf(page, "Plans")).toBeVisible();
});

test("a link is made when the network is back, in the same dialog", async ({ page, context }) => {
  await openAndLose(page, context);
  await choose(page, "Folder 001", "Share");
  const dialog = page.getByRole("dialog", { name: "Share Folder 001" });
  await dialog.getByLabel("Download limit").fill("7");
  await dialog.getByRole("button", { name: "Create link" }).click();
  await expect(dialog.getByText(UNREACHED)).toBeVisible();
  await expect(dialog.getByLabel("Download limit")).toHaveValue("7");
  await context.setOffline(false);
  await dialog.getByRole("button", { name: "Create link" }).click();
  await expect(dialog.getByLabel("Link")).toHaveValue(/\/s\//);
});

test("logging in without a network says so, and keeps what was typed", async ({ page, context }) => {
  const { email, password } = await newPerson();
  await page.goto(`${base()}/login`);
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByText(UNREACHED)).toBeVisible();
  await context.setOffline(false);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL(`${base()}/drive`);
});

test("a preview whose code can't be fetched says so, and comes with the network", async ({ page, context }) => {
  await logIn(page, await newPerson());
  await upload(page, [textFile("notes.txt", "hello from the store")]);
  await expect(page.getByText("Uploads complete")).toBeVisible();
  await expect(rowOf(page, "notes.txt")).toBeVisible();
  await mark(page);
  await context.setOffline(true);
  await openEntry(page, "notes.txt");
  await expect(page.getByRole("dialog").getByText(UNREACHED)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("dialog").getByText("hello from the store")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await context.setOffline(true);
  await openEntry(page, "notes.txt");
  await expect(page.getByRole("dialog", { name: "notes.txt" }).getByText(UNREACHED)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("dialog").getByText("hello from the store")).toBeVisible();
  await expectSamePage(page);
});

test("“Try again” fetches code again that was refused", async ({ page }) => {
  const ada = await newPerson();
  await makeFolders(ada, 1);
  await logIn(page, ada);
  await page.waitForLoadState("networkidle");
  await page.route("**/_next/static/**", (route) => route.abort());
  await choose(page, "Folder 001", "Details");
  await expect(page.getByRole("dialog", { name: "Details" }).getByText(UNREACHED)).toBeVisible();
  await page.unroute("**/_next/static/**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("complementary", { name: "Details" })).toContainText("Only you");
});

test("details tell nothing as none that could not be asked for, and come to know it with the network", async ({
  page,
  context,
}) => {
  const ada = await newPerson();
  await makeFolders(ada, 2);
  await logIn(page, ada);
  await choose(page, "Folder 001", "Details");
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details).toContainText("Only you");
  await details.getByRole("button", { name: "Close" }).click();
  await context.setOffline(true);
  await choose(page, "Folder 002", "Details");
  await expect(details.getByRole("definition").filter({ hasText: "–" })).toHaveCount(2);
  await expect(details).not.toContainText("Only you");
  await context.setOffline(false);
  await expect(details).toContainText("Only you");
});

test("an upload that begins without a network waits for it", async ({ page, context }) => {
  await openAndLose(page, context);
  await upload(page, [textFile("notes.txt", "hello")]);
  const tray = page.getByRole("region", { name: "Uploads" });
  await expect(tray.getByText("Waiting for the connection", { exact: true })).toBeVisible();
  await context.setOffline(false);
  await expect(tray.getByText("Uploads complete")).toBeVisible();
  await expect(rowOf(page, "notes.txt")).toBeVisible();
});

test("a folder whose upload begins without a network waits for it", async ({ page, context }, info) => {
  const trip = info.outputPath("Trip");
  await mkdir(join(trip, "Day 1"), { recursive: true });
  await writeFile(join(trip, "Day 1", "map.txt"), "here");
  await openAndLose(page, context);
  await upload(page, trip, "Upload folder");
  const tray = page.getByRole("region", { name: "Uploads" });
  await expect(tray.getByText("Waiting for the connection", { exact: true })).toBeVisible();
  await context.setOffline(false);
  await expect(tray.getByText("Uploads complete")).toBeVisible();
  await openEntry(page, "Trip");
  await openEntry(page, "Day 1");
  await expect(rowOf(page, "map.txt")).toBeVisible();
});

test("without a network the search does not say that there is nothing", async ({ page, context }) => {
  await openAndLose(page, context);
  await page.getByRole("combobox", { name: "Search in Drive" }).fill("Folder");
  await expect(page.getByRole("search").getByText(UNREACHED).last()).toBeVisible();
  await expect(page.getByText("Nothing is named like that.")).toHaveCount(0);
});

test("after “Cancel all” the tray says what was uploaded and what was not", async ({ page }) => {
  await logIn(page, await newPerson());
  // All but the first are kept from their end.
  await page.route("**/api/upload/*/complete", () => undefined);
  await page.route("**/api/upload/*/complete", (route) => route.continue(), { times: 1 });
  await upload(
    page,
    ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"].map((name) => textFile(name, name)),
  );
  await expect(page.getByRole("img", { name: /uploaded/ })).toHaveCount(1);
  await page.getByRole("button", { name: "Cancel all" }).click();
  await expect(page.getByText("1 uploaded, 4 canceled")).toBeVisible();
});

test("a tab that one comes back to shows what was done elsewhere, and keeps what is selected", async ({ page }) => {
  const ada = await newPerson();
  await makeFolders(ada, 2);
  await logIn(page, ada);
  await rowOf(page, "Folder 002").click();
  await expect(page.getByText("1 selected").first()).toBeVisible();
  await page.clock.setFixedTime("2030-01-01T10:00:00Z");
  await page.evaluate(() => window.dispatchEvent(new Event("blur")));
  await ada.call("/api/folders", "POST", { parentId: "root", name: "Made elsewhere" });
  await page.clock.setFixedTime("2030-01-01T10:00:11Z");
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(rowOf(page, "Made elsewhere")).toBeVisible();
  await expect(rowOf(page, "Folder 002")).toHaveAttribute("aria-selected", "true");
});

test("what was done elsewhere shows when the network is back", async ({ page, context }) => {
  const ada = await openAndLose(page, context);
  await ada.call("/api/folders", "POST", { parentId: "root", name: "Made elsewhere" });
  await context.setOffline(false);
  await expect(rowOf(page, "Made elsewhere")).toBeVisible();
  await expectAlive(page);
  await expectSamePage(page);
});

test("an upload waits for the app where what stands before it says that no copy can be reached", async ({ page }) => {
  await logIn(page, await newPerson());
  let refusals = 0;
  await page.route("**/api/upload/*/complete", (route) =>
    // More often than a fault of the app's own is put up with.
    ++refusals > 6 ? route.continue() : route.fulfill({ status: 502, body: "" }),
  );
  await upload(page, [textFile("notes.txt", "hello")]);
  const tray = page.getByRole("region", { name: "Uploads" });
  await expect(tray.getByText("Uploads complete")).toBeVisible({ timeout: 60_000 });
  await expect(rowOf(page, "notes.txt")).toBeVisible();
});
