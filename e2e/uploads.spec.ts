import { mkdir, mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { expectAccessible, logIn, newPerson, openEntry, upload } from "./support/people";

let dir: string;

test.beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "smart-drive-"));
});

test.afterEach(() => rm(dir, { recursive: true, force: true }));

test("a file over the quota says so before a byte of it is sent", async ({ page }) => {
  const path = join(dir, "too large.bin");
  const file = await open(path, "w");
  await file.truncate(11 * 1024 ** 3);
  await file.close();
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "PUT" && sent.push(request.url()));
  await logIn(page, await newPerson());
  await upload(page, path);
  await expect(page.getByText("It needs 11.8 GB, and there isn't that much space left.")).toBeVisible();
  await expectAccessible(page);
  expect(sent).toEqual([]);
});

test("the tab's title and the tray tell how far an upload is, and leaving asks first", async ({ page }) => {
  await logIn(page, await newPerson());
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/upload/*/complete", async (route) => {
    await held;
    await route.continue();
  });
  await upload(page, [{ name: "clip.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(3_000_000) }]);
  await expect(page).toHaveTitle(/^\d+ % · My files · Smart Drive$/);
  await expect(page.getByText("Uploading 1 of 1")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Trash" }).click();
  await expect(page).toHaveTitle(/^\d+ % · Trash · Smart Drive$/);
  const asked = page.waitForEvent("dialog").then(async (dialog) => {
    await dialog.dismiss();
    return dialog.type();
  });
  await page.evaluate(() => void setTimeout(() => window.location.reload()));
  expect(await asked).toBe("beforeunload");
  release();
  await expect(page.getByText("Uploads complete")).toBeVisible();
  await expect(page).toHaveTitle("Trash · Smart Drive");
});

test("a dropped folder keeps its tree, empty folders too", async ({ page }) => {
  const trip = join(dir, "Trip");
  await mkdir(join(trip, "Day 1", "Raw"), { recursive: true });
  await mkdir(join(trip, "Empty"));
  await writeFile(join(trip, "Day 1", "map.txt"), "here");
  await logIn(page, await newPerson());
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  const cdp = await page.context().newCDPSession(page);
  const data = { items: [], files: [trip], dragOperationsMask: 1 };
  const at = { x: 400, y: 300, data };
  await cdp.send("Input.dispatchDragEvent", { type: "dragEnter", ...at });
  await cdp.send("Input.dispatchDragEvent", { type: "dragOver", ...at });
  await expect(page.getByText("Drop to upload")).toBeVisible();
  await cdp.send("Input.dispatchDragEvent", { type: "drop", ...at });
  await expect(page.getByText("Uploads complete")).toBeVisible();
  await openEntry(page, "Trip");
  await expect(page.getByRole("row", { name: /Empty/ })).toBeVisible();
  await openEntry(page, "Day 1");
  await expect(page.getByRole("row", { name: /map\.txt/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Raw/ })).toBeVisible();
});
