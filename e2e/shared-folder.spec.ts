import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { expectAccessible, logIn, newPerson, upload } from "./support/people";
import { socketBytes } from "./support/socket-bytes";
import { expect, test } from "./support/test";

const MIB = 1024 ** 2;
const photo = Buffer.alloc(20 * MIB, "smart drive ");

/** A visitor whose browser saves without a dialog, as most do. */
async function visit(page: Page, url: string): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  await page.goto(url);
}

test("a shared folder comes as one ZIP, put together by the browser, none of it through the app", async ({
  page,
  browser,
}) => {
  const ada = await newPerson();
  const folder = await ada.call<{ id: string }>("/api/folders", "POST", { parentId: "root", name: "Reise" });
  const below = await ada.call<{ id: string }>("/api/folders", "POST", { parentId: folder.id, name: "صور" });
  await logIn(page, ada);
  await page.goto(`${process.env.BASE_URL}/drive/${below.id}`);
  await upload(page, [{ name: "photo.bin", mimeType: "application/octet-stream", buffer: photo }]);
  await expect(page.getByText("Uploads complete")).toBeVisible();
  const { url } = await ada.call<{ url: string }>(`/api/files/${folder.id}/shares`, "POST", {});

  const stranger = await (await browser.newContext()).newPage();
  await visit(stranger, url);
  await expectAccessible(stranger);
  const before = await socketBytes();
  const download = stranger.waitForEvent("download");
  await stranger.getByRole("button", { name: "Download all" }).click();
  expect((await download).suggestedFilename()).toBe("Reise.zip");
  const files = unzipSync(await readFile(await (await download).path()));
  expect(Object.keys(files)).toEqual(["صور/", "صور/photo.bin"]);
  expect(photo.equals(files["صور/photo.bin"] ?? new Uint8Array())).toBe(true);
  expect((await socketBytes()) - before).toBeLessThan(MIB);
  await expect(stranger.getByRole("button", { name: "Download all" })).toBeVisible();
});
