import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, logIn, makeFolders, newPerson, openEntry } from "./support/people";

const row = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(`^${name}`) });

test("a tap opens, a long press selects and opens the menu, and then taps select @finger", async ({ page }) => {
  const ada = await newPerson();
  await makeFolders(ada, 3);
  await logIn(page, ada);
  const { x = 0, y = 0, width = 0, height = 0 } = (await row(page, "Folder 001").boundingBox()) ?? {};
  const touch = await page.context().newCDPSession(page);
  const touchPoints = [{ x: x + width / 3, y: y + height / 2 }];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await expect(page.getByRole("menuitem", { name: "Rename…" })).toBeVisible();
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expectAccessible(page);
  await expect(page.getByRole("menuitem", { name: "Rename…" })).toBeVisible();
  await page.keyboard.press("Escape");
  const selection = page.getByRole("toolbar", { name: "Selection" });
  await row(page, "Folder 003").tap();
  await expect(selection).toContainText("2 selected");
  await expectAccessible(page);
  await selection.getByRole("button", { name: "Clear selection" }).tap();
  await openEntry(page, "Folder 002");
  await expect(page.getByText("Nothing here yet")).toBeVisible();
});
