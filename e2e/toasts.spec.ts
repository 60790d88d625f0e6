import { choose, logIn, makeFolders, newPerson, upload } from "./support/people";
import { expect, test } from "./support/test";

test("what is said of a deed covers nothing of the uploads @phone", async ({ page }) => {
  const ada = await newPerson();
  await makeFolders(ada, 1);
  await logIn(page, ada);
  await page.route("**/api/upload/*/complete", (route) =>
    route.fulfill({ status: 422, json: { code: "checksum_mismatch" } }),
  );
  await upload(page, [{ name: "clip.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(1000) }]);
  const tray = page.getByRole("region", { name: "Uploads" });
  await expect(tray.getByText("1 of 1 failed")).toBeVisible();
  await choose(page, "Folder 001", "Move to trash");
  const toast = page.getByRole("status").filter({ hasText: "“Folder 001” is in the trash" });
  await expect(toast).toBeVisible();
  const [said, shown] = await Promise.all([toast.boundingBox(), tray.boundingBox()]);
  const isBeside = (said?.x ?? 0) + (said?.width ?? 0) <= (shown?.x ?? 0);
  const isAbove = (said?.y ?? 0) + (said?.height ?? 0) <= (shown?.y ?? 0);
  expect(isBeside || isAbove).toBe(true);
  const [title, top] = [await page.getByRole("navigation", { name: "Breadcrumb" }).boundingBox(), said?.y ?? 0];
  expect(top).toBeGreaterThan((title?.y ?? 0) + (title?.height ?? 0));
});

test("a long name leaves the way back of a deed on the screen @phone", async ({ page }) => {
  const ada = await newPerson();
  const name = "x".repeat(93);
  await ada.call("/api/folders", "POST", { parentId: "root", name });
  await page.setViewportSize({ width: 390, height: 800 });
  await logIn(page, ada);
  await choose(page, name, "Move to trash");
  await expect(page.getByText(`“${name}” is in the trash`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toBeInViewport({ ratio: 1 });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("row", { name: new RegExp(name) })).toBeVisible();
});

test("what can be taken back does not go from under the pointer or the focus", async ({ page }) => {
  const ada = await newPerson();
  await makeFolders(ada, 1);
  await page.clock.install();
  await logIn(page, ada);
  await choose(page, "Folder 001", "Star");
  const undo = page.getByRole("button", { name: "Undo" });
  await undo.hover();
  await page.clock.fastForward(60_000);
  await expect(undo).toBeVisible();
  await undo.focus();
  await page.mouse.move(0, 0);
  await page.clock.fastForward(60_000);
  await expect(undo).toBeVisible();
  await page.getByRole("link", { name: "Recent" }).focus();
  await page.clock.fastForward(7000);
  await expect(undo).toBeVisible();
  await page.clock.fastForward(2000);
  await expect(undo).toHaveCount(0);
});
