import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dragFiles } from "./support/drag-files";
import { rowOf, withFolders } from "./support/folders";
import { expectAccessible, logIn, newPerson, openEntry } from "./support/people";
import { expect, test } from "./support/test";

let dir: string;
let map: string;

test.beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "smart-drive-"));
  map = join(dir, "map.txt");
  await writeFile(map, "here");
});

test.afterEach(() => rm(dir, { recursive: true, force: true }));

test("what is pasted or dropped where no folder is shown goes to My files", async ({ page }) => {
  await logIn(page, await newPerson(), "/drive/recent");
  await expect(page.getByText("Nothing changed lately")).toBeVisible();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(["a"], "notes.txt", { type: "text/plain" }));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole("img", { name: "notes.txt is uploaded" })).toBeVisible();
  const dragged = await dragFiles(page, [map]);
  await dragged.over();
  await expect(page.getByText("Drop to upload to My files")).toBeVisible();
  await dragged.drop();
  await expect(page.getByRole("img", { name: "map.txt is uploaded" })).toBeVisible();
  await page.getByRole("link", { name: "My files" }).click();
  await expect(rowOf(page, "notes.txt")).toBeVisible();
  await expect(rowOf(page, "map.txt")).toBeVisible();
});

test("a file dropped on the settings goes to My files too", async ({ page }) => {
  const ada = await newPerson();
  await logIn(page, ada, "/settings");
  const dragged = await dragFiles(page, [map]);
  await dragged.over();
  await expect(page.getByText("Drop to upload to My files")).toBeVisible();
  await dragged.drop();
  await expect(page.getByText("Uploads complete")).toBeVisible();
  expect(await ada.call("/api/files")).toMatchObject({ items: [{ name: "map.txt" }] });
});

test("files over a folder's row or the path are told where they would go, and go there", async ({ page }) => {
  await withFolders(page, 2);
  const second = rowOf(page, "Folder 002");
  const dragged = await dragFiles(page, [map]);
  await dragged.over(second);
  await expect(page.getByText("Drop to upload to Folder 002")).toBeVisible();
  await expect(second).toHaveAttribute("data-over");
  await expectAccessible(page);
  await dragged.over();
  await expect(page.getByText("Drop to upload to My files")).toBeVisible();
  await expect(second).not.toHaveAttribute("data-over");
  await dragged.over(second);
  await dragged.leave();
  await expect(page.getByText("Drop to upload")).toHaveCount(0);
  await expect(second).not.toHaveAttribute("data-over");
  await dragged.over(second);
  await dragged.drop(second);
  await expect(page.getByText("Drop to upload")).toHaveCount(0);
  await expect(page.getByText("Uploads complete")).toBeVisible();
  await openEntry(page, "Folder 002");
  await expect(rowOf(page, "map.txt")).toBeVisible();
  await dragged.over();
  await expect(page.getByText("Drop to upload to Folder 002")).toBeVisible();
  const path = page.getByRole("navigation", { name: "Breadcrumb" });
  await dragged.over(path.getByRole("link", { name: "My files" }));
  await expect(page.getByText("Drop to upload to My files")).toBeVisible();
});
