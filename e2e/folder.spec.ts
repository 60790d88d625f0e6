import { rowOf, selectionOf, withFolders } from "./support/folders";
import { choose, expectAccessible, makeFolders, openEntry } from "./support/people";
import { expect, test } from "./support/test";

test("a click selects, Ctrl and Shift extend, Escape lets go, and the toolbar says how many", async ({ page }) => {
  await withFolders(page);
  await rowOf(page, "Folder 002").click();
  await expect(selectionOf(page)).toContainText("1 selected");
  await rowOf(page, "Folder 004").click({ modifiers: ["Shift"] });
  await expect(selectionOf(page)).toContainText("3 selected");
  await rowOf(page, "Folder 003").click({ modifiers: ["ControlOrMeta"] });
  await expect(selectionOf(page)).toContainText("2 selected");
  await expect(rowOf(page, "Folder 003")).toHaveAttribute("aria-selected", "false");
  await expect(rowOf(page, "Folder 004")).toHaveAttribute("aria-selected", "true");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(selectionOf(page)).toBeHidden();
  await page.keyboard.press("ControlOrMeta+a");
  await expect(selectionOf(page)).toContainText("5 selected");
  await selectionOf(page).getByRole("button", { name: "Clear selection" }).click();
  await expect(selectionOf(page)).toBeHidden();
});

test("the keyboard walks, extends, types ahead, opens, and shows all its keys", async ({ page }) => {
  const ada = await withFolders(page);
  await ada.call("/api/folders", "POST", { parentId: "root", name: "Élan" });
  await page.reload();
  await rowOf(page, "Folder 001").click();
  await page.keyboard.press("ArrowDown");
  await expect(rowOf(page, "Folder 002")).toBeFocused();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(selectionOf(page)).toContainText("3 selected");
  await page.keyboard.press("Home");
  await expect(rowOf(page, "Élan")).toBeFocused();
  await page.keyboard.press("End");
  await expect(rowOf(page, "Folder 005")).toBeFocused();
  await page.keyboard.press("e");
  await expect(rowOf(page, "Élan")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+ArrowDown");
  await page.keyboard.press("ControlOrMeta+Space");
  await expect(selectionOf(page)).toContainText("2 selected");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "All keys" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nothing here yet")).toBeVisible();
});

test("one tab stop leads into the list and one out of it", async ({ page }) => {
  await withFolders(page, 3);
  await page.getByRole("link", { name: "Size" }).focus();
  await page.keyboard.press("Tab");
  await expect(rowOf(page, "Folder 001")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(rowOf(page, "Folder 002")).toBeFocused();
});

test("right click and Shift+F10 open the menu that the button opens", async ({ page }) => {
  await withFolders(page, 2);
  const items = ["Open", "Download", "Share…", "Rename…", "Move to…", "Make a copy", "Star", "Cut", "Copy", "Details"];
  const all = [...items, "Move to trash"];
  const shown = async () => (await page.getByRole("menuitem").allInnerTexts()).map((text) => text.split("\n")[0]);
  await rowOf(page, "Folder 001").click({ button: "right" });
  await expect.poll(shown).toEqual(all);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(rowOf(page, "Folder 001")).toBeFocused();
  await page.keyboard.press("Shift+F10");
  await expect(page.getByRole("menuitem", { name: "Open" })).toBeFocused();
  await expect.poll(shown).toEqual(all);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More actions for Folder 002" }).click();
  await expect.poll(shown).toEqual(all);
  await page.keyboard.press("Escape");
});

test("a right click on empty ground offers what the folder takes", async ({ page }) => {
  await withFolders(page, 1);
  await page.getByRole("main").click({ button: "right", position: { x: 400, y: 500 } });
  await page.getByRole("menuitem", { name: "New folder" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Bills");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(rowOf(page, "Bills")).toBeVisible();
});

test("F2 renames in place: Enter keeps it, Escape doesn't, and a taken name says so", async ({ page }) => {
  await withFolders(page, 2);
  await rowOf(page, "Folder 001").click();
  await page.keyboard.press("F2");
  const field = page.getByRole("textbox", { name: "New name of Folder 001" });
  await expect(field).toBeFocused();
  await page.keyboard.type("Nothing");
  await page.keyboard.press("Escape");
  await expect(rowOf(page, "Folder 001")).toBeFocused();
  await page.keyboard.press("F2");
  await page.keyboard.type("folder 002");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "already used" })).toBeVisible();
  await expect(field).toHaveValue("folder 002");
  await expectAccessible(page);
  await field.fill("Attic");
  await page.keyboard.press("Enter");
  await expect(rowOf(page, "Attic")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rowOf(page, "Folder 001")).toBeVisible();
  await expect(rowOf(page, "Attic")).toBeHidden();
});

test("Delete trashes all that is selected at once, and Undo brings it back", async ({ page }) => {
  await withFolders(page);
  await rowOf(page, "Folder 002").click();
  await rowOf(page, "Folder 004").click({ modifiers: ["Shift"] });
  await page.keyboard.press("Delete");
  await expect(rowOf(page, "Folder 003")).toBeHidden();
  await expect(page.getByText("3 are in the trash")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rowOf(page, "Folder 003")).toBeVisible();
  await page.reload();
  await expect(rowOf(page, "Folder 004")).toBeVisible();
});

test("cut and paste move, copy and paste copy, and what was cut looks it", async ({ page }) => {
  await withFolders(page, 3);
  await rowOf(page, "Folder 001").click();
  await page.keyboard.press("ControlOrMeta+x");
  await expect(rowOf(page, "Folder 001")).toHaveClass(/opacity-50/);
  await openEntry(page, "Folder 003");
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+v");
  await page.getByRole("button", { name: "Undo" }).hover();
  await expect(rowOf(page, "Folder 001")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  await page.goBack();
  await rowOf(page, "Folder 001").click();
  await page.keyboard.press("ControlOrMeta+x");
  await page.goForward();
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(rowOf(page, "Folder 001")).toBeVisible();
  await rowOf(page, "Folder 001").click();
  await page.keyboard.press("ControlOrMeta+c");
  await page.getByRole("link", { name: "My files" }).first().click();
  await expect(rowOf(page, "Folder 002")).toBeVisible();
  await expect(rowOf(page, "Folder 001")).toBeHidden();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(rowOf(page, "Folder 001")).toBeVisible();
});

test("the grid is remembered, and the keyboard walks it in rows", async ({ page }) => {
  await withFolders(page, 8);
  await page.getByRole("button", { name: "Grid" }).click();
  await page.reload();
  await expect(page.getByRole("button", { name: "Grid" })).toHaveAttribute("aria-pressed", "true");
  await rowOf(page, "Folder 001").click();
  await page.keyboard.press("ArrowRight");
  await expect(rowOf(page, "Folder 002")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(rowOf(page, "Folder 002")).not.toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(rowOf(page, "Folder 002")).toBeFocused();
  await expectAccessible(page);
});

test("a star is given and taken, and the starred have their place @phone", async ({ page }) => {
  await withFolders(page, 2);
  const kept = page.waitForResponse("**/api/files/batch");
  await choose(page, "Folder 002", "Star");
  await expect(rowOf(page, "Folder 002").getByRole("img", { name: "Starred" })).toBeVisible();
  await kept;
  await page.goto(new URL("/drive/starred", page.url()).href);
  await expect(rowOf(page, "Folder 002")).toBeVisible();
  await expect(rowOf(page, "Folder 001")).toBeHidden();
  await expectAccessible(page);
  await choose(page, "Folder 002", "Remove star");
  await expect(page.getByText("Nothing is starred")).toBeVisible();
});

test("details tell what an entry is and where, and follow what is selected", async ({ page }) => {
  await withFolders(page, 2);
  // Until the panel's own code has come, the list stays as it is.
  let fetched = 0;
  let proceed: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    proceed = resolve;
  });
  await page.route("**/_next/static/chunks/**", async (route) => {
    fetched++;
    await released;
    await route.continue();
  });
  await choose(page, "Folder 001", "Details");
  await expect.poll(() => fetched).toBeGreaterThan(0);
  await expect(rowOf(page, "Folder 002")).toBeVisible();
  proceed();
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details).toContainText("Only you");
  await expect(details.getByRole("link", { name: "My files" })).toBeVisible();
  await expectAccessible(page);
  await rowOf(page, "Folder 002").click();
  await expect(details).toContainText("Folder 002");
  await details.getByRole("button", { name: "Close" }).click();
  await expect(details).toBeHidden();
});

test("details tell what was done with an entry, by whom and when", async ({ page }) => {
  const ada = await withFolders(page, 1);
  const { items } = await ada.call<{ items: { id: string }[] }>("/api/files");
  await ada.call(`/api/files/${items[0]?.id}`, "PATCH", { name: "Plans" });
  await ada.call(`/api/files/${items[0]?.id}/shares`, "POST", {});
  await page.reload();
  await choose(page, "Plans", "Details");
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details.getByRole("listitem")).toHaveText([/^You made a link to it/, /^You renamed it/, /^You made it/]);
});

test("the copy of a large folder says how far it is, and when it is whole", async ({ page }) => {
  const ada = await withFolders(page, 1);
  const { items } = await ada.call<{ items: { id: string }[] }>("/api/files");
  await makeFolders(ada, 160, items[0]?.id);
  await choose(page, "Folder 001", "Make a copy");
  await expect(page.getByText(/^Copying “Folder 001 \(1\)”: \d+ so far$/)).toBeVisible();
  await expect(page.getByText("“Folder 001 (1)” is copied")).toBeVisible({ timeout: 20_000 });
  const copy = (await ada.call<{ items: { id: string }[] }>("/api/files")).items[1]?.id;
  const copied = await ada.call<{ items: unknown[] }>(`/api/files?parent=${copy}&limit=1000`);
  expect(copied.items).toHaveLength(160);
});

test("how a folder was sorted is remembered", async ({ page }) => {
  const ada = await withFolders(page, 2);
  await page.getByRole("columnheader", { name: "Name" }).getByRole("link").click();
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "descending");
  await expect(page.getByRole("grid").getByRole("rowheader")).toHaveText([/^Folder 002/, /^Folder 001/]);
  await ada.call("/api/folders", "POST", { parentId: "root", name: "Zebra" });
  await page.goto(new URL("/drive", page.url()).href);
  await expect(page.getByRole("grid").getByRole("rowheader")).toHaveText([/^Zebra/, /^Folder 002/, /^Folder 001/]);
  for (const column of ["Modified", "Size"]) {
    await page.getByRole("columnheader", { name: column }).getByRole("link").click();
    await expect(page.getByRole("columnheader", { name: column })).toHaveAttribute("aria-sort", /ascending|descending/);
    await expect(page.getByRole("columnheader", { name: "Name" })).not.toHaveAttribute("aria-sort", /.+ing/);
  }
});
