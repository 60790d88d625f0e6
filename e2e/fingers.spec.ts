import { rowOf, selectionOf, withFolders } from "./support/folders";
import { expectAccessible, openEntry } from "./support/people";
import { expect, test } from "./support/test";

test("a tap opens, a long press selects and opens the menu, and then taps select @finger", async ({ page }) => {
  await withFolders(page, 3);
  const { x = 0, y = 0, width = 0, height = 0 } = (await rowOf(page, "Folder 001").boundingBox()) ?? {};
  const touch = await page.context().newCDPSession(page);
  const touchPoints = [{ x: x + width / 3, y: y + height / 2 }];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await expect(page.getByRole("menuitem", { name: "Rename…" })).toBeVisible();
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expectAccessible(page);
  await expect(page.getByRole("menuitem", { name: "Rename…" })).toBeVisible();
  await page.keyboard.press("Escape");
  const selection = selectionOf(page);
  await rowOf(page, "Folder 003").tap();
  await expect(selection).toContainText("2 selected");
  await expectAccessible(page);
  await selection.getByRole("button", { name: "Clear selection" }).tap();
  await openEntry(page, "Folder 002");
  await expect(page.getByText("Nothing here yet")).toBeVisible();
});
