import { mkdir, mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { dragFiles } from "./support/drag-files";
import {
  base,
  expectAccessible,
  expectAlive,
  holdCompletion,
  logIn,
  newPerson,
  openEntry,
  upload,
} from "./support/people";
import { expect, test } from "./support/test";

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
  const release = await holdCompletion(page);
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
  const dragged = await dragFiles(page, [trip]);
  await dragged.over();
  await expect(page.getByText("Drop to upload")).toBeVisible();
  await dragged.drop();
  await expect(page.getByText("Uploads complete")).toBeVisible();
  await openEntry(page, "Trip");
  await expect(page.getByRole("row", { name: /Empty/ })).toBeVisible();
  await openEntry(page, "Day 1");
  await expect(page.getByRole("row", { name: /map\.txt/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Raw/ })).toBeVisible();
});

const clip = (name = "clip.bin", size = 3_000_000) => [
  { name, mimeType: "application/octet-stream", buffer: Buffer.alloc(size) },
];

/** Holds what goes to the store until it is let go. */
async function holdParts(page: Page): Promise<() => Promise<void>> {
  const isPart = (url: URL) => url.searchParams.has("X-Amz-Signature");
  await page.route(isPart, () => undefined);
  return () => page.unroute(isPart);
}

test("an upload is paused, resumed, cancelled, and all of them at once", async ({ page }) => {
  const ada = await newPerson();
  await logIn(page, ada);
  const release = await holdParts(page);
  await upload(page, [...clip("one.bin"), ...clip("two.bin"), ...clip("three.bin")]);
  await page.getByRole("button", { name: "Pause one.bin" }).click();
  await expect(page.getByText("Paused · ")).toHaveCount(1);
  await page.getByRole("button", { name: "Pause all" }).click();
  await expect(page.getByText("Paused · ")).toHaveCount(3);
  await expect(page.getByRole("region", { name: "Uploads" }).getByText("3 of 3 paused")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cancel two.bin" }).click();
  await expect(page.getByText("two.bin")).toHaveCount(0);
  await release();
  await page.getByRole("button", { name: "Resume one.bin" }).click();
  await expect(page.getByRole("img", { name: "one.bin is uploaded" })).toBeVisible();
  await page.getByRole("button", { name: "Resume all" }).click();
  await expect(page.getByText("2 uploaded, 1 canceled")).toBeVisible();
  const { items } = await ada.call<{ items: { name: string }[] }>("/api/files");
  expect(items.map(({ name }) => name)).toEqual(["one.bin", "three.bin"]);
  await expect.poll(() => ada.call<{ items: unknown[] }>("/api/uploads")).toMatchObject({ items: [] });
  const { reservedBytes } = await ada.call<{ reservedBytes: number }>("/api/usage");
  expect(reservedBytes).toBe(0);
});

test("cancelling all leaves nothing behind", async ({ page }) => {
  const ada = await newPerson();
  await logIn(page, ada);
  await holdParts(page);
  await upload(page, [...clip("one.bin"), ...clip("two.bin")]);
  await expect.poll(() => ada.call<{ items: unknown[] }>("/api/uploads")).toMatchObject({ items: [{}, {}] });
  await page.getByRole("button", { name: "Cancel all" }).click();
  await expect(page.getByRole("region", { name: "Uploads" })).toHaveCount(0);
  await expect.poll(() => ada.call("/api/usage")).toMatchObject({ reservedBytes: 0, usedBytes: 0 });
});

test("two tabs do not upload the same file to the same place at once", async ({ page, context }) => {
  const ada = await newPerson();
  await writeFile(join(dir, "clip.bin"), Buffer.alloc(3_000_000));
  await logIn(page, ada);
  const release = await holdParts(page);
  await upload(page, join(dir, "clip.bin"));
  await expect.poll(() => ada.call<{ items: unknown[] }>("/api/uploads")).toMatchObject({ items: [{}] });
  const second = await context.newPage();
  const puts: string[] = [];
  second.on("request", (request) => request.method() === "PUT" && puts.push(request.url()));
  await second.goto(`${base()}/drive`);
  await expectAlive(second);
  await upload(second, join(dir, "clip.bin"));
  await expect(second.getByText("It is being uploaded already")).toBeVisible();
  await page.getByRole("button", { name: "Pause clip.bin" }).click();
  await expect(second.getByText("Uploads complete")).toBeVisible();
  expect(puts).toHaveLength(1);
  await release();
  await page.getByRole("button", { name: "Resume clip.bin" }).click();
  await page.getByRole("button", { name: "Skip" }).click();
  const { items } = await ada.call<{ items: unknown[] }>("/api/files");
  expect(items).toHaveLength(1);
});

test("what another tab has in its queue is that tab's, until it is gone", async ({ page, context }) => {
  const ada = await newPerson();
  await logIn(page, ada);
  await holdParts(page);
  await upload(
    page,
    ["a.bin", "b.bin", "c.bin", "d.bin", "e.bin"].flatMap((name) => clip(name)),
  );
  await expect(page.getByText("Waiting", { exact: true })).toHaveCount(2);
  const second = await context.newPage();
  await second.goto(`${base()}/drive`);
  await expectAlive(second);
  await expect(second.getByRole("region", { name: "Uploads" })).toHaveCount(0);
  await page.close();
  await second.reload();
  await expect(second.getByRole("region", { name: "Uploads" }).getByText("5 uploads can go on")).toBeVisible();
});

test("a file that changed while it was sent says so, and is begun anew as it is now", async ({ page }) => {
  const ada = await newPerson();
  const path = join(dir, "clip.bin");
  await writeFile(path, Buffer.alloc(20_000_000, 1));
  await logIn(page, ada);
  const release = await holdParts(page);
  await upload(page, path);
  await expect.poll(() => ada.call<{ items: unknown[] }>("/api/uploads")).toMatchObject({ items: [{}] });
  await page.getByRole("button", { name: "Pause clip.bin" }).click();
  await writeFile(path, "another content");
  await release();
  await page.getByRole("button", { name: "Resume clip.bin" }).click();
  await expect(page.getByText("The file can’t be read any more.")).toBeVisible();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Retry clip.bin" }).click();
  await (await chooser).setFiles(path);
  await expect(page.getByText("Uploads complete")).toBeVisible();
  const { items } = await ada.call<{ items: { size: number }[] }>("/api/files");
  expect(items.map(({ size }) => size)).toEqual(["another content".length]);
  await expect.poll(() => ada.call("/api/usage")).toMatchObject({ reservedBytes: 0 });
});

test("what is pasted is uploaded, a picture under a name of its own", async ({ page }) => {
  await logIn(page, await newPerson());
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(["a"], "notes.txt", { type: "text/plain" }));
    clipboardData.items.add(new File(["b"], "image.png", { type: "image/png" }));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText("Uploads complete")).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "notes.txt" })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: /^Pasted image 20\d\d-.*\.png$/ })).toBeVisible();
});

test("what has arrived is one click away from its folder", async ({ page }) => {
  const ada = await newPerson();
  const { id } = await ada.call<{ id: string }>("/api/folders", "POST", { parentId: "root", name: "Plans" });
  await logIn(page, ada, `/drive/${id}`);
  await upload(page, clip());
  await expect(page.getByText("Uploads complete")).toBeVisible();
  await page.getByRole("link", { name: "Trash" }).click();
  await page.getByRole("link", { name: "Show clip.bin in its folder" }).click();
  await page.waitForURL(`**/drive/${id}`);
});

test("a file that was dropped goes on after a reload at one click: the browser kept the way to it", async ({
  page,
}) => {
  const ada = await newPerson();
  const path = join(dir, "clip.bin");
  await writeFile(path, Buffer.alloc(40_000_000, 7));
  await logIn(page, ada);
  const release = await holdParts(page);
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  const dragged = await dragFiles(page, [path]);
  await dragged.over();
  await dragged.drop();
  await expect.poll(() => ada.call<{ items: unknown[] }>("/api/uploads")).toMatchObject({ items: [{}] });
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await release();
  await page.getByRole("button", { name: "Resume clip.bin" }).click();
  await expect(page.getByText("Uploads complete")).toBeVisible();
});
