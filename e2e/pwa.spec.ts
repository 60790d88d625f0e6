import type { Page } from "@playwright/test";
import { base, choose, expectAccessible, logIn, newPerson, upload } from "./support/people";
import { expect, test } from "./support/test";

test.use({ serviceWorkers: "allow" });

/** Waits until the service worker answers for the page. */
const expectWorker = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
  });

test("without a network the drive says so, and each page comes when it is back", async ({ page, context }) => {
  await logIn(page, await newPerson());
  await expectWorker(page);
  await context.setOffline(true);
  await expect(page.getByText("You are offline. What you see may be old; uploads wait.")).toBeVisible();
  await page.goto(`${base()}/drive/recent`);
  await expect(page.getByRole("heading", { name: "You are offline" })).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole("link", { name: "Try again" })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("Nothing changed lately")).toBeVisible();
});

test("the drive can be installed, with a name and icons", async ({ page, request }) => {
  await page.goto(base());
  const href = await page.locator('link[rel="manifest"]').getAttribute("href");
  const manifest = await (await request.get(`${base()}${href}`)).json();
  expect(manifest).toMatchObject({ name: "Smart Drive", display: "standalone", start_url: "/drive" });
  for (const { src, type } of manifest.icons) {
    const icon = await request.get(`${base()}${src}`);
    expect(icon.headers()["content-type"]).toBe(type);
  }
  const client = await page.context().newCDPSession(page);
  const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
  // A window that keeps nothing installs nothing; of the drive itself there is no complaint.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(["in-incognito"]);
});

test("what another app shares is uploaded", async ({ page }) => {
  await logIn(page, await newPerson());
  await expectWorker(page);
  await page.evaluate(() => {
    const form = document.createElement("form");
    Object.assign(form, { method: "post", action: "/drive/share", enctype: "multipart/form-data" });
    const input = document.createElement("input");
    Object.assign(input, { type: "file", name: "files", multiple: true });
    const files = new DataTransfer();
    files.items.add(new File(["hello"], "تقرير.txt", { type: "text/plain" }));
    input.files = files.files;
    form.append(input);
    document.body.append(form);
    form.submit();
  });
  await expect(page.getByText("Uploads complete")).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "تقرير.txt" })).toBeVisible();
  await expect(page).toHaveURL(`${base()}/drive`);
});

test("a phone's camera uploads what it takes @finger", async ({ page }) => {
  await logIn(page, await newPerson());
  await page.getByRole("button", { name: "New", exact: true }).tap();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: "Take a photo" }).tap();
  const asked = await chooser;
  expect(
    await asked.element().evaluate((input: HTMLInputElement) => [input.getAttribute("capture"), input.accept]),
  ).toEqual(["environment", "image/*,video/*"]);
  await asked.setFiles([{ name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.from("not really") }]);
  await expect(page.getByRole("rowheader", { name: /photo\.jpg/ })).toBeVisible();
});

test("a download is the browser's own, past the service worker", async ({ page }) => {
  const ada = await newPerson();
  await logIn(page, ada);
  await expectWorker(page);
  await upload(page, [{ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("hello") }]);
  await expect(page.getByText("Uploads complete")).toBeVisible();
  const download = page.waitForEvent("download");
  await choose(page, "notes.txt", "Download");
  expect((await download).suggestedFilename()).toBe("notes.txt");
});
