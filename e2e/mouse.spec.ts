import { rowOf, selectionOf, withFolders } from "./support/folders";
import { expectAccessible, openEntry } from "./support/people";
import { expect, test } from "./support/test";

test("what is dragged goes where it is dropped: a folder, the path, the starred, the trash", async ({ page }) => {
  await withFolders(page, 4);
  await rowOf(page, "Folder 001").click();
  await rowOf(page, "Folder 002").click({ modifiers: ["Shift"] });
  await page.getByRole("rowheader", { name: "Folder 001" }).dragTo(rowOf(page, "Folder 004"));
  await expect(rowOf(page, "Folder 002")).toBeHidden();
  await expect(page.getByText("2 are in Folder 004 now")).toBeVisible();
  await openEntry(page, "Folder 004");
  await expect(rowOf(page, "Folder 001")).toBeVisible();
  const path = page.getByRole("navigation", { name: "Breadcrumb" });
  await page.getByRole("rowheader", { name: "Folder 001" }).dragTo(path.getByRole("link", { name: "My files" }));
  await expect(rowOf(page, "Folder 001")).toBeHidden();
  const places = page.getByRole("navigation", { name: "Places" });
  await page.getByRole("rowheader", { name: "Folder 002" }).dragTo(places.getByRole("link", { name: "Starred" }));
  const star = rowOf(page, "Folder 002").getByRole("img", { name: "Starred" });
  await expect(star).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(star).toBeHidden();
  await page.getByRole("rowheader", { name: "Folder 002" }).dragTo(places.getByRole("link", { name: "Trash" }));
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  await path.getByRole("link", { name: "My files" }).click();
  await expect(rowOf(page, "Folder 001")).toBeVisible();
});

test("a move that is refused puts things back and says why", async ({ page }) => {
  const ada = await withFolders(page, 2);
  const { items } = await ada.call<{ items: { id: string }[] }>("/api/files");
  await ada.call("/api/folders", "POST", { parentId: items[1]?.id, name: "Folder 001" });
  await page.getByRole("rowheader", { name: "Folder 001" }).dragTo(rowOf(page, "Folder 002"));
  await expect(page.getByText("1 of 1 could not be done: that name is already used there")).toBeVisible();
  await expect(rowOf(page, "Folder 001")).toBeVisible();
});

test("a rectangle drawn on empty ground selects what it meets, in a list and in a grid", async ({ page }) => {
  await withFolders(page, 6);
  const draw = async (from: [number, number], to: [number, number]) => {
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(to[0], to[1], { steps: 8 });
    await page.mouse.up();
  };
  const third = await rowOf(page, "Folder 003").boundingBox();
  await draw([900, 680], [700, (third?.y ?? 0) + 20]);
  await expect(selectionOf(page)).toContainText("4 selected");
  await page.getByRole("button", { name: "Grid" }).click();
  const second = await rowOf(page, "Folder 002").boundingBox();
  const { x = 0, y = 0, width = 0, height = 0 } = second ?? {};
  await draw([x + width / 2, y + height + 60], [x + width / 2 + 5, y + height - 5]);
  await expect(selectionOf(page)).toContainText("1 selected");
  await expect(rowOf(page, "Folder 002")).toHaveAttribute("aria-selected", "true");
  await expectAccessible(page);
});
