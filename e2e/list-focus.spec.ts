import type { Locator, Page } from "@playwright/test";
import { rowOf, selectionOf, withFolders } from "./support/folders";
import { base, choose, expectAlive, logIn, makeFolders, newPerson, upload } from "./support/people";
import { expect, test } from "./support/test";

const text = (name: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(name) });
const undo = (page: Page) => page.getByRole("button", { name: "Undo" });
const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });

async function expectAt(row: Locator): Promise<void> {
  await expect(row).toBeFocused();
  await expect(row).toBeInViewport();
}

test("Home, End and the page keys lead to where they say in a long list, the focus with them", async ({ page }) => {
  await withFolders(page, 420);
  await rowOf(page, "Folder 001").click();
  await page.keyboard.press("End");
  await expectAt(rowOf(page, "Folder 420"));
  await page.keyboard.press("Home");
  await expectAt(rowOf(page, "Folder 001"));
  await page.keyboard.press("ArrowDown");
  await expectAt(rowOf(page, "Folder 002"));
  await page.keyboard.press("Shift+End");
  await expectAt(rowOf(page, "Folder 420"));
  await expect(selectionOf(page)).toContainText("419 selected");
  await page.mouse.wheel(0, -50_000);
  await expect(rowOf(page, "Folder 010")).toBeInViewport();
  await page.keyboard.press("PageUp");
  await expect(page.locator("[data-id]:focus")).toBeInViewport();
  await page.keyboard.press("Home");
  await page.keyboard.press("PageUp");
  await expectAt(rowOf(page, "Folder 001"));
  expect(await page.locator("[data-id]").count()).toBeLessThan(100);
});

test("a key walks the list from wherever on the page the focus was", async ({ page }) => {
  await withFolders(page, 3);
  await rowOf(page, "Folder 001").click();
  await page.getByRole("button", { name: "List" }).focus();
  await page.keyboard.press("ArrowDown");
  await expectAt(rowOf(page, "Folder 002"));
});

test("when what has the focus is trashed, its neighbour takes it, and the heading where nothing is left", async ({
  page,
}) => {
  await withFolders(page, 5);
  await rowOf(page, "Folder 002").click();
  await page.keyboard.press("Delete");
  await expectAt(rowOf(page, "Folder 003"));
  await page.keyboard.press("ArrowDown");
  await expectAt(rowOf(page, "Folder 004"));
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Move to trash" }).press("Enter");
  await expectAt(rowOf(page, "Folder 005"));
  await page.keyboard.press("ControlOrMeta+Space");
  await selectionOf(page).getByRole("button", { name: "Move to trash" }).press("Enter");
  await expectAt(rowOf(page, "Folder 003"));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await expect(heading(page, "My files")).toBeFocused();
});

test("when rows are moved away the focus stays in the list", async ({ page }) => {
  await withFolders(page, 4);
  await rowOf(page, "Folder 002").click();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Move to…" }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Folder 004" }).press("Enter");
  await page.getByRole("button", { name: "Move here" }).press("Enter");
  await expectAt(rowOf(page, "Folder 003"));
});

test("Delete, Tab, Enter takes it back, with details open or not, and the focus returns", async ({ page }) => {
  await withFolders(page, 3);
  await rowOf(page, "Folder 001").click();
  await page.keyboard.press("Delete");
  await page.keyboard.press("Tab");
  await expect(undo(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(rowOf(page, "Folder 001")).toBeVisible();
  await expectAt(rowOf(page, "Folder 002"));
  await choose(page, "Folder 002", "Details");
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details).toContainText("Only you");
  await rowOf(page, "Folder 002").focus();
  await page.keyboard.press("Delete");
  await expect(details).toBeHidden();
  await page.keyboard.press("Tab");
  await expect(undo(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(rowOf(page, "Folder 002")).toBeVisible();
});

test("the neighbour of what is trashed has the focus before another key can come", async ({ page }) => {
  await withFolders(page, 3);
  await rowOf(page, "Folder 001").click();
  const focused = await rowOf(page, "Folder 001").evaluate(async (row) => {
    row.dispatchEvent(new KeyboardEvent("keydown", { key: "Delete", bubbles: true }));
    // The end of the same task: what the browser has of keys comes in later ones.
    await Promise.resolve();
    return document.activeElement?.getAttribute("data-drop-name");
  });
  expect(focused).toBe("Folder 002");
});

test("in the trash the focus goes from what is restored to the next, and to the heading when it is emptied", async ({
  page,
}) => {
  const ada = await newPerson();
  await makeFolders(ada, 3);
  const { items } = await ada.call<{ items: { id: string }[] }>("/api/files");
  await ada.call("/api/files/batch", "POST", { action: "trash", ids: items.map(({ id }) => id) });
  await logIn(page, ada, "/drive/trash");
  const restore = (name: string) => page.getByRole("button", { name: `Restore ${name}` });
  await restore("Folder 002").press("Enter");
  await expect(restore("Folder 002")).toBeHidden();
  await expect(page.getByRole("button", { name: /^Restore Folder/ }).and(page.locator(":focus"))).toBeVisible();
  // Both clicks of a double click: the second does not close what the first one opened.
  await page.getByRole("button", { name: "Empty trash" }).dblclick();
  await page.getByRole("dialog").getByRole("button", { name: "Delete all" }).press("Enter");
  await expect(page.getByText("Nothing in the trash")).toBeVisible();
  await expect(heading(page, "Trash")).toBeFocused();
});

test("a refused log-in and a wrong link password leave the focus in the form", async ({ page }) => {
  const ada = await newPerson();
  const { id } = await ada.call<{ id: string }>("/api/folders", "POST", { parentId: "root", name: "Plans" });
  const { url } = await ada.call<{ url: string }>(`/api/files/${id}/shares`, "POST", { password: "tulip field" });
  await page.goto(`${base()}/login`);
  await page.getByLabel("Email").fill(ada.email);
  await page.getByLabel("Password", { exact: true }).fill("not this one");
  await page.getByRole("button", { name: "Log in" }).press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "is not right" })).toBeVisible();
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await page.goto(`${base()}/register`);
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("Email").fill(ada.email);
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Create account" }).press("Enter");
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await page.goto(url);
  await page.getByLabel("Password").fill("rose");
  await page.getByRole("button", { name: "Open" }).press("Enter");
  await expect(page.getByText("That is not the password of this link.")).toBeVisible();
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
});

test("a preview that was reloaded gives the focus to its row when it closes", async ({ page }) => {
  await logIn(page, await newPerson());
  await upload(page, [text("a.txt"), text("b.txt")]);
  await expect(page.getByText("Uploads complete")).toBeVisible();
  await rowOf(page, "b.txt").dblclick();
  await expect(page.getByRole("dialog", { name: "b.txt" })).toBeVisible();
  await page.reload();
  await expectAlive(page);
  await expect(page.getByRole("dialog", { name: "b.txt" })).toContainText("b.txt");
  await page.keyboard.press("Escape");
  await expectAt(rowOf(page, "b.txt"));
});
