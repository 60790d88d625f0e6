import { expect, test } from "@playwright/test";
import { expectAccessible, logIn, newPerson } from "./support/people";

test("menus and dialogs are used by the keyboard alone, and the focus comes back", async ({ page }) => {
  const ada = await newPerson();
  await ada.call("/api/folders", "POST", { parentId: "root", name: "Plans" });
  await logIn(page, ada);
  const more = page.getByRole("button", { name: "More actions for Plans" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Share…" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("ren");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(more).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("ren");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Drawings");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "More actions for Drawings" })).toBeFocused();
});

test("renaming a file selects its name and leaves its extension", async ({ page }) => {
  const ada = await newPerson();
  await ada.call("/api/folders", "POST", { parentId: "root", name: "v1.5" });
  await logIn(page, ada);
  await page.getByRole("button", { name: "New", exact: true }).focus();
  await page.keyboard.press("Enter");
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles([{ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("hello") }]);
  await page.getByRole("button", { name: "More actions for notes.txt" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("ren");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await page.keyboard.type("diary");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { name: /diary\.txt/ })).toBeVisible();
});
