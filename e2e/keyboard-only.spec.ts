import type { Locator, Page } from "@playwright/test";
import { rowOf } from "./support/folders";
import { base, expectAlive, newPerson } from "./support/people";
import { expect, test } from "./support/test";

const FARTHEST = 80;

/** Goes on with Tab until something has the focus, as one does who has no mouse. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < FARTHEST && !(await isThere()); step++) await page.keyboard.press("Tab");
  await expect(target).toBeFocused();
}

async function press(page: Page, name: string, role: "button" | "link" = "button"): Promise<void> {
  await tabTo(page, page.getByRole(role, { name, exact: true }));
  await page.keyboard.press("Enter");
}

async function chooseItem(page: Page, name: string): Promise<void> {
  const items = page.getByRole("menuitem");
  const item = page.getByRole("menuitem", { name, exact: true });
  await expect(items.first()).toBeFocused();
  const isThere = () => item.evaluate((element) => element === document.activeElement);
  for (let step = 1; !(await isThere()); step++) {
    await page.keyboard.press("ArrowDown");
    // A menu moves its focus in a moment after the key: who presses on before that goes past the item.
    await expect(items.nth(step)).toBeFocused();
  }
  await page.keyboard.press("Enter");
}

/** Every step is a key; the pointer never moves. */
test("a whole day by the keyboard alone: log in, new folder, upload, rename, move, share, trash, restore", async ({
  page,
}) => {
  const ada = await newPerson();
  await page.goto(`${base()}/login`);
  await tabTo(page, page.getByLabel("Email"));
  await page.keyboard.type(ada.email);
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await page.keyboard.type(ada.password);
  await page.keyboard.press("Enter");
  await page.waitForURL(`${base()}/drive`);
  await expectAlive(page);

  await press(page, "New");
  await chooseItem(page, "New folder");
  await expect(page.getByRole("dialog").getByLabel("Name")).toBeFocused();
  await page.keyboard.type("Plans");
  await page.keyboard.press("Enter");
  await expect(rowOf(page, "Plans")).toBeVisible();

  const chooser = page.waitForEvent("filechooser");
  await press(page, "New");
  await chooseItem(page, "Upload files");
  await (await chooser).setFiles([{ name: "draft.txt", mimeType: "text/plain", buffer: Buffer.from("hello") }]);
  await expect(page.getByText("Uploads complete")).toBeVisible();

  await expect(rowOf(page, "draft")).toBeVisible();
  await tabTo(page, rowOf(page, "Plans"));
  await page.keyboard.press("ArrowDown");
  await expect(rowOf(page, "draft")).toBeFocused();
  await page.keyboard.press("F2");
  await page.keyboard.type("house");
  await page.keyboard.press("Enter");
  await expect(rowOf(page, "house.txt")).toBeFocused();

  await page.keyboard.press("ControlOrMeta+x");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toContainText("Plans");
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(rowOf(page, "house.txt")).toBeVisible();

  await tabTo(page, rowOf(page, "house.txt"));
  await page.keyboard.press("Shift+F10");
  await chooseItem(page, "Share…");
  await press(page, "Create link");
  await expect(page.getByRole("dialog").getByLabel("Link", { exact: true })).toHaveValue(/\/s\//);
  await page.keyboard.press("Escape");
  await expect(rowOf(page, "house.txt")).toBeFocused();

  await page.keyboard.press("Delete");
  await expect(rowOf(page, "house.txt")).toHaveCount(0);
  await press(page, "Trash", "link");
  await press(page, "Restore house.txt");
  await expect(page.getByText("“house.txt” is back")).toBeVisible();
  await press(page, "My files", "link");
  await expectAlive(page);
  await tabTo(page, rowOf(page, "Plans"));
  await page.keyboard.press("Enter");
  await expect(rowOf(page, "house.txt")).toBeVisible();
});

test("a screen reader is told what is there, and what happens", async ({ page }) => {
  const ada = await newPerson();
  await ada.call("/api/folders", "POST", { parentId: "root", name: "Plans" });
  await page.goto(`${base()}/login`);
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - link "Smart Drive"
    - heading "Welcome back" [level=1]
    - text: Email
    - textbox "Email"
    - text: Password
    - textbox "Password"
    - button "Show what is typed"
    - button "Log in"
  `);
  await page.getByLabel("Email").fill(ada.email);
  await page.getByLabel("Password", { exact: true }).fill("not this one");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "is not right" })).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(ada.password);
  await page.keyboard.press("Enter");
  await page.waitForURL(`${base()}/drive`);
  await expectAlive(page);
  await expect(page.getByRole("search")).toMatchAriaSnapshot(`- combobox "Search in Drive"`);
  await expect(page.getByRole("navigation", { name: "Places" })).toMatchAriaSnapshot(`
    - link "My files"
    - link "Recent"
    - link "Starred"
    - link "Links"
    - link "Trash"
  `);
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - heading "My files" [level=1]
    - navigation "Breadcrumb"
    - group "View"
    - grid "Files":
      - rowgroup:
        - row
      - rowgroup:
        - row /^Plans/:
          - rowheader "Plans"
          - gridcell
          - gridcell
          - gridcell "More actions for Plans":
            - button "More actions for Plans"
  `);
  const said = page.getByRole("status");
  await rowOf(page, "Plans").focus();
  await page.keyboard.press("Delete");
  await expect(said.filter({ hasText: "“Plans” is in the trash" })).toBeVisible();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "New", exact: true }).press("Enter");
  await page.getByRole("menuitem", { name: "Upload files" }).press("Enter");
  await (await chooser).setFiles([{ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("hello") }]);
  await expect(said.filter({ hasText: "1 file uploaded." })).toHaveCount(1);
});
