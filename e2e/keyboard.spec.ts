import type { Page } from "@playwright/test";
import { expectAccessible, logIn, newPerson } from "./support/people";
import { expect, test } from "./support/test";

/** From the focused button of a row to the field of its new name. */
async function openRename(page: Page, firstItem: string): Promise<void> {
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: firstItem })).toBeFocused();
  await page.keyboard.type("ren");
  await expect(page.getByRole("menuitem", { name: "Rename…" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
}

test("menus and dialogs are used by the keyboard alone, and the focus comes back", async ({ page }) => {
  const ada = await newPerson();
  await ada.call("/api/folders", "POST", { parentId: "root", name: "Plans" });
  await logIn(page, ada);
  const more = page.getByRole("button", { name: "More actions for Plans" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Open" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
  await openRename(page, "Open");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(more).toBeFocused();
  await openRename(page, "Open");
  await page.keyboard.type("Drawings");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "More actions for Drawings" })).toBeFocused();
});

test("a menu asked for before its code has come opens when it comes, its first item in focus", async ({ page }) => {
  const ada = await newPerson();
  await ada.call("/api/folders", "POST", { parentId: "root", name: "Plans" });
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/_next\/static\/chunks/, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    if (body.includes("DropdownMenuTrigger")) await released;
    await route.fulfill({ response, body });
  });
  await logIn(page, ada);
  const more = page.getByRole("button", { name: "More actions for Plans" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeHidden();
  const early = await page.getByRole("button", { name: "New", exact: true }).elementHandle();
  release();
  await expect(page.getByRole("menuitem", { name: "Open" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
  // A button that its code replaces would lose the click that is under way on it.
  expect(await early?.evaluate((button) => button.isConnected)).toBe(true);
});

test("renaming a file selects its name and leaves its extension", async ({ page }) => {
  await logIn(page, await newPerson());
  // The browser is told to hand its dialog over before the key comes that opens it: told in the same moment, it is late.
  const chooser = page.waitForEvent("filechooser");
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  await page.getByRole("button", { name: "New", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Upload files" })).toBeFocused();
  await page.keyboard.press("Enter");
  await (await chooser).setFiles([{ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("hello") }]);
  await expect(page.getByText("Uploads complete")).toBeVisible();
  await page.getByRole("button", { name: "More actions for notes.txt" }).focus();
  await openRename(page, "Open");
  await page.keyboard.type("diary");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { name: /diary\.txt/ })).toBeVisible();
});
