import { addFile } from "./support/add-file";
import { base, choose, expectAccessible, logIn, newPerson, upload } from "./support/people";
import { expect, test } from "./support/test";

async function withLink() {
  const ada = await newPerson();
  const { id } = await ada.call<{ id: string }>("/api/folders", "POST", { parentId: "root", name: "Plans" });
  const share = await ada.call<{ id: string; url: string }>(`/api/files/${id}/shares`, "POST", {});
  const read = async () => {
    const { items } = await ada.call<{ items: Record<string, unknown>[] }>("/api/shares");
    return items.find((item) => item.id === share.id);
  };
  return { ada, share, read };
}

test("a link is changed on the page of links, and its visitors notice @phone", async ({ page, browser }) => {
  const { ada, share, read } = await withLink();
  await logIn(page, ada, "/drive/links");
  await page.getByRole("button", { name: "Edit link of Plans" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit link of Plans" });
  await dialog.getByLabel("Expires").fill("");
  await dialog.getByLabel("Password").fill("tulip field");
  await dialog.getByLabel("Download limit").fill("12");
  await dialog.getByLabel("Allow download").uncheck();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("row", { name: /Never ends.*0 of 12 downloads.*password.*view only/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Edit link of Plans" })).toBeFocused();
  expect(await read()).toMatchObject({ expiresAt: null, hasPassword: true, maxDownloads: 12, allowDownload: false });
  await expectAccessible(page);
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(share.url);
  await stranger.getByLabel("Password").fill("tulip");
  await stranger.getByRole("button", { name: "Open" }).click();
  await expect(stranger.getByText("That is not the password of this link.")).toBeVisible();
  await expectAccessible(stranger);
  await stranger.getByLabel("Password").fill("tulip field");
  await stranger.getByRole("button", { name: "Open" }).click();
  await expect(stranger.getByRole("navigation", { name: "Breadcrumb" })).toContainText("Plans");
});

test("a link is changed in the share dialog, and what was not touched stays as it was", async ({ page }) => {
  const { ada, read } = await withLink();
  const before = await read();
  await logIn(page, ada);
  await choose(page, "Plans", "Share…");
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Download limit").fill("3");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("0 of 3 downloads")).toBeVisible();
  expect(await read()).toEqual({ ...before, maxDownloads: 3 });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Revoke" }).click();
  await page
    .getByRole("dialog", { name: /^Revoke the link/ })
    .getByRole("button", { name: "Revoke" })
    .click();
  await expect(page.getByText("0 of 3 downloads")).toBeHidden();
  await page.goto(`${base()}/drive/links`);
  await expect(page.getByRole("row", { name: /Plans.*Revoked/ })).toBeVisible();
});

test("an ended link and one that never was say so kindly @phone", async ({ page }) => {
  const { ada, share } = await withLink();
  await ada.call(`/api/shares/${share.id}`, "DELETE");
  expect((await page.goto(share.url))?.status()).toBe(410);
  await expect(page.getByRole("heading", { name: "This link has ended" })).toBeVisible();
  await expectAccessible(page);
  expect((await page.goto(`${base()}/s/thereisnosuchlink`))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "This link leads nowhere" })).toBeVisible();
  await expectAccessible(page);
});

test("Download on a page whose link has ended meanwhile shows that it has ended @phone", async ({ page }) => {
  const ada = await newPerson();
  const file = await addFile(ada, "plan.txt", "plan");
  const share = await ada.call<{ url: string }>(`/api/files/${file}/shares`, "POST", { maxDownloads: 1 });
  await page.goto(share.url);
  await fetch(`${share.url}/download`);
  await page.getByRole("link", { name: "Download" }).click();
  await expect(page.getByRole("heading", { name: "This link has ended" })).toBeVisible();
  await expectAccessible(page);
});

test("a sender's long name stays on the card, at every width @phone", async ({ page }) => {
  const ada = await newPerson("N".repeat(100));
  const file = await addFile(ada, `${"f".repeat(200)}.txt`, "plan");
  const folder = await ada.call<{ id: string }>("/api/folders", "POST", { parentId: "root", name: "d".repeat(200) });
  const linkOf = (id: string) => ada.call<{ url: string }>(`/api/files/${id}/shares`, "POST", {});
  const urls = [(await linkOf(file)).url, (await linkOf(folder.id)).url];
  for (const [url, width] of urls.flatMap((each) => [320, 412, 1280].map((width) => [each, width] as const))) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(url);
    await expect(page.getByText("From NNN")).toBeVisible();
    expect(await page.locator("main").evaluate((card) => card.scrollWidth - card.clientWidth)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test("a new link is copied by a button beside it, which says so @phone", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const ada = await newPerson();
  await ada.call("/api/folders", "POST", { parentId: "root", name: "Plans" });
  await logIn(page, ada);
  await choose(page, "Plans", "Share…");
  await page.getByRole("button", { name: "Create link" }).click();
  const dialog = page.getByRole("dialog");
  const url = await dialog.getByLabel("Link", { exact: true }).inputValue();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toBe(url);
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await dialog.getByRole("button", { name: "Copy link" }).click();
  await expect(dialog.getByRole("status").filter({ hasText: "Link copied" })).toBeVisible();
  expect(await copied()).toBe(url);
  await expectAccessible(page);
});

test("a new link is as it was asked for, and one that is used up gives access to nobody", async ({ page }) => {
  const ada = await newPerson();
  await ada.call("/api/folders", "POST", { parentId: "root", name: "Plans" });
  await logIn(page, ada);
  await choose(page, "Plans", "Share…");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Download limit").fill("1");
  await dialog.getByRole("button", { name: "Create link" }).click();
  const url = await dialog.getByLabel("Link", { exact: true }).inputValue();
  const { items } = await ada.call<{ items: { maxDownloads: number | null }[] }>("/api/shares");
  expect(items.map(({ maxDownloads }) => maxDownloads)).toEqual([1]);
  await dialog.getByRole("button", { name: "Close" }).click();
  await choose(page, "Plans", "Details");
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details).toContainText("1 link");
  expect((await fetch(`${url}/download`)).ok).toBe(true);
  await page.reload();
  await choose(page, "Plans", "Details");
  await expect(details).toContainText("Only you");
});

test("a new link is shown as a QR code too", async ({ page }) => {
  const { ada } = await withLink();
  await logIn(page, ada);
  await choose(page, "Plans", "Share…");
  await page.getByRole("button", { name: "Create link" }).click();
  await page.getByRole("button", { name: "QR code" }).click();
  const code = page.getByRole("img", { name: "QR code of the link" });
  await expect(code).toBeVisible();
  await expectAccessible(page);
  // The three corners that every code has: dark, seven squares wide, four squares in.
  const path = await code.locator("path").getAttribute("d");
  for (const square of ["M4 4h", "M10 4h", "M4 10h"]) expect(path).toContain(square);
});

test("the page of links draws how often each was opened and downloaded @phone", async ({ page }) => {
  const ada = await newPerson();
  await logIn(page, ada);
  await upload(page, [{ name: "plan.txt", mimeType: "text/plain", buffer: Buffer.from("plan") }]);
  await expect(page.getByText("Uploads complete")).toBeVisible();
  const { items } = await ada.call<{ items: { id: string }[] }>("/api/files");
  const share = await ada.call<{ id: string; url: string }>(`/api/files/${items[0]?.id}/shares`, "POST", {});
  for (const path of ["", "", "/download"]) await fetch(share.url + path, { headers: { accept: "text/html" } });
  await page.goto(`${base()}/drive/links`);
  await expect(page.getByRole("img", { name: "2 opens, 1 download in the last 30 days" })).toBeVisible();
});
