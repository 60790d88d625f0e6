import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { addFile } from "./support/add-file";
import { HOSTILE, SVG } from "./support/hostile";
import {
  base,
  choose,
  expectAccessible,
  hold,
  logIn,
  makeFolders,
  newPerson,
  openEntry,
  stayWhenAsked,
} from "./support/people";
import { silence } from "./support/silence";
import { expect, test } from "./support/test";

const preview = (page: Page, name: string) => page.getByRole("dialog", { name, exact: true });

test("one looks through the files of a folder, each as its kind is looked at @phone", async ({ page }) => {
  const ada = await newPerson();
  await addFile(ada, "a.csv", "name,age\nAda,36\n", "text/csv");
  await addFile(ada, "b.md", "# Hello\n\nSome **bold** text", "text/markdown");
  await addFile(ada, "c.ts", "export const x = 1;\n", "text/plain");
  await addFile(ada, "d.wav", silence(1), "audio/wav");
  await addFile(ada, "e.bin", Buffer.from([0, 1, 2]), "application/octet-stream");
  await logIn(page, ada);
  await openEntry(page, "a.csv");
  await expect(preview(page, "a.csv").getByRole("columnheader", { name: "age" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("ArrowRight");
  await expect(preview(page, "b.md").getByRole("heading", { name: "Hello" })).toBeVisible();
  await expectAccessible(page);
  await preview(page, "b.md").getByRole("button", { name: "Next" }).click();
  await expect(preview(page, "c.ts").locator(".hljs-keyword", { hasText: "export" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("ArrowLeft");
  await expect(preview(page, "b.md").getByRole("heading", { name: "Hello" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(preview(page, "c.ts")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  const sound = page.locator("audio");
  await expect.poll(() => sound.evaluate((audio: HTMLAudioElement) => audio.duration)).toBe(1);
  await sound.evaluate((audio: HTMLAudioElement) => {
    audio.currentTime = 0.5;
  });
  const heard = () => sound.evaluate(({ currentTime, seeking }: HTMLAudioElement) => !seeking && currentTime);
  await expect.poll(heard).toBe(0.5);
  await page.keyboard.press("ArrowRight");
  await expect(preview(page, "e.bin").getByText("no preview")).toBeVisible();
  await expect(preview(page, "e.bin").getByRole("button", { name: "Next" })).toBeHidden();
  await expectAccessible(page);
  await page.reload();
  await expect(preview(page, "e.bin")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page).toHaveURL(`${base()}/drive`);
});

test("its arrows go on beyond what the list has read, and no count is told before it is known", async ({ page }) => {
  const ada = await newPerson();
  const more = Array.from({ length: 25 }, (_, index) => `${index + 11}.txt`);
  const id = await addFile(ada, "10.txt", "text", "text/plain");
  for (const name of more) await ada.call(`/api/files/${id}/copy`, "POST", { parentId: "root", name });
  const { items } = await ada.call<{ items: { id: string }[] }>("/api/files");
  await page.route("**/api/files?**", (route) => route.fulfill({ status: 503, json: { detail: "Out of reach." } }));
  await logIn(page, ada, `/drive?preview=${items[19]?.id}`);
  const last = preview(page, "29.txt");
  await expect(last.getByText("text", { exact: true })).toBeVisible();
  await expect(page.getByText("The rest could not be loaded.")).toBeVisible();
  await expect(last.getByRole("button", { name: "Next" })).toBeHidden();
  await expect(last.getByText(/ of 20$/)).toBeHidden();
  await page.unroute("**/api/files?**");
  await page.keyboard.press("ArrowLeft");
  await expect(preview(page, "28.txt").getByText("19 of 26")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await last.getByRole("button", { name: "Next" }).click();
  await expect(preview(page, "30.txt").getByText("21 of 26")).toBeVisible();
});

test("a preview is an address: Back closes it, and the focus is where it was", async ({ page }) => {
  const ada = await newPerson();
  await addFile(ada, "a.txt", "first", "text/plain");
  await logIn(page, ada);
  await page.getByRole("row", { name: /^a\.txt/ }).click();
  await page.keyboard.press("Space");
  await expect(preview(page, "a.txt").getByText("first")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("row", { name: /^a\.txt/ })).toBeFocused();
});

test("a preview that is closed twice in one moment does not lead away from its page", async ({ page }) => {
  const ada = await newPerson();
  await addFile(ada, "a.txt", "first");
  await logIn(page, ada, "/drive/recent");
  await page.getByRole("link", { name: "My files" }).click();
  await page.waitForURL(`${base()}/drive`);
  for (let time = 0; time < 2; time++) {
    await openEntry(page, "a.txt");
    await expect(preview(page, "a.txt").getByText("first")).toBeVisible();
    await preview(page, "a.txt")
      .getByRole("button", { name: "Close" })
      .evaluate((button: HTMLElement) => {
        button.click();
        button.click();
      });
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page).toHaveURL(`${base()}/drive`);
  }
  await page.goBack();
  await expect(page).toHaveURL(`${base()}/drive/recent`);
});

test("a picture is seen nearer, by buttons and a double click", async ({ page }) => {
  const ada = await newPerson();
  await addFile(ada, "dot.svg", SVG, "image/svg+xml");
  await logIn(page, ada);
  await openEntry(page, "dot.svg");
  const zoom = preview(page, "dot.svg").getByText(/%$/);
  await expect(zoom).toHaveText("100 %");
  await preview(page, "dot.svg").getByRole("button", { name: "Zoom in" }).click();
  await expect(zoom).toHaveText("140 %");
  await preview(page, "dot.svg").getByRole("img").dblclick();
  await expect(zoom).toHaveText("100 %");
});

test("files that were made to harm are shown, previewed and downloaded, and nothing in them runs (SECURITY 20)", async ({
  page,
}) => {
  const ada = await newPerson();
  for (const { name, content, type } of HOSTILE) await addFile(ada, name, content, type);
  page.on("dialog", (dialog) => expect(dialog.message(), "a file's script ran").toBe("never"));
  await logIn(page, ada);
  await expect(page.getByRole("row")).toHaveCount(HOSTILE.length + 1);
  await expectAccessible(page);
  for (const { name, shown } of HOSTILE) {
    await openEntry(page, name);
    await shown(page);
    await expect(page.locator("a[href^='javascript:']")).toHaveCount(0);
    const download = page.waitForEvent("download");
    await page.getByRole("dialog").getByRole("link", { name: "Download" }).first().click();
    await (await download).cancel();
    await expect(page).not.toHaveTitle("run");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  }
});

test("several files come as one ZIP, put together by the browser", async ({ page }) => {
  const ada = await newPerson();
  await addFile(ada, "a.txt", "first", "text/plain");
  await addFile(ada, "b.txt", "second", "text/plain");
  // Without a dialog of the system's to save in, which no test can answer.
  await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  await logIn(page, ada);
  await page.getByRole("row", { name: /^a\.txt/ }).click();
  await page.keyboard.press("ControlOrMeta+a");
  const download = page.waitForEvent("download");
  await page.getByRole("toolbar", { name: "Selection" }).getByRole("button", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toBe("My files.zip");
});

test("a ZIP goes on while one sorts and walks about, and is whole; leaving the page asks first", async ({ page }) => {
  const ada = await newPerson();
  await addFile(ada, "a.txt", "first");
  await addFile(ada, "b.txt", "second");
  await makeFolders(ada, 1);
  await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  await logIn(page, ada);
  const release = await hold(page, "**/api/files/*/content");
  const packing = page.getByText("Packing My files");
  await page.getByRole("row", { name: /^a\.txt/ }).click();
  await page.keyboard.press("ControlOrMeta+a");
  const download = page.waitForEvent("download");
  await page.getByRole("toolbar", { name: "Selection" }).getByRole("button", { name: "Download" }).click();
  await expect(packing).toBeVisible();
  // What is selected has its bar over the column heads.
  await page.keyboard.press("Escape");
  await page.getByRole("columnheader", { name: "Name" }).getByRole("link").click();
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "descending");
  await expect(packing).toBeVisible();
  await openEntry(page, "Folder 001");
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  await expect(packing).toBeVisible();
  await expectAccessible(page);
  await stayWhenAsked(page);
  release();
  const files = unzipSync(await readFile(await (await download).path()));
  expect(Object.keys(files).sort()).toEqual(["Folder 001/", "a.txt", "b.txt"]);
  expect(strFromU8(files["b.txt"] ?? new Uint8Array())).toBe("second");
  await expect(packing).toBeHidden();
});

test("a ZIP that is given up is gone, and the others go on", async ({ page }) => {
  const ada = await newPerson();
  await makeFolders(ada, 2);
  await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  await logIn(page, ada);
  const release = await hold(page, "**/api/files?parent=*");
  await choose(page, "Folder 001", "Download");
  await choose(page, "Folder 002", "Download");
  await page.getByRole("button", { name: "Cancel packing Folder 001" }).click();
  await expect(page.getByText("Packing Folder 001")).toBeHidden();
  const download = page.waitForEvent("download");
  release();
  expect((await download).suggestedFilename()).toBe("Folder 002.zip");
  await expect(page.getByText("Packing")).toHaveCount(0);
  await expect(page.getByText("can't be reached")).toHaveCount(0);
});

test("a preview opens and closes at once though the page itself is being asked for again", async ({ page }) => {
  const ada = await newPerson();
  await addFile(ada, "plan.txt", "what is planned");
  await logIn(page, ada);
  const text = page.getByRole("dialog", { name: "plan.txt" }).getByText("what is planned");
  await openEntry(page, "plan.txt");
  await expect(text).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const asked = page.waitForRequest((request) => request.headers().rsc !== undefined);
  const release = await hold(page, "**/*_rsc=*");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await asked;
  await openEntry(page, "plan.txt");
  await expect(text).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await openEntry(page, "plan.txt");
  await expect(text).toBeVisible();
  const address = page.url();
  release();
  await ada.call("/api/folders", "POST", { parentId: "root", name: "Later" });
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(page.getByText("Later")).toBeAttached();
  await expect(text).toBeVisible();
  expect(page.url()).toBe(address);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page).toHaveURL(`${base()}/drive`);
});
