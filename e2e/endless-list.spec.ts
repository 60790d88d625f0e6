import { choose, expectAccessible, logIn, makeFolders, newPerson, openEntry } from "./support/people";
import { scrollOn, scrollToEnd } from "./support/rows";
import { expect, test } from "./support/test";

test("a list of 250 entries reads on as one scrolls, and shows each of them once", async ({ page }) => {
  const ada = await newPerson();
  await makeFolders(ada, 250);
  await logIn(page, ada);
  await expectAccessible(page);
  const seen = new Map<string, string>();
  await page.getByRole("grid", { name: "Files" }).hover();
  await expect.poll(() => scrollOn(page, seen), { intervals: [50], timeout: 30_000 }).toBe(250);
  expect(new Set(seen.values()).size).toBe(250);
  await expect(page.getByRole("row", { name: /Folder 250/ })).toBeVisible();
  await expect(page.getByRole("grid", { name: "Files" })).toHaveAttribute("aria-rowcount", "251");
  await expectAccessible(page);
});

test("the keyboard comes to the end of a long list, and the focus is not lost on the way", async ({ page }) => {
  const ada = await newPerson();
  await makeFolders(ada, 250);
  await logIn(page, ada);
  await page.getByRole("row", { name: /Folder 001/ }).click();
  const last = page.getByRole("row", { name: /Folder 250/ });
  await scrollToEnd(page, last);
  await expect(last).toBeFocused();
  await page.mouse.wheel(0, -20_000);
  await expect(page.getByRole("row", { name: /Folder 002/ })).toBeInViewport();
  await expect(last).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("row", { name: /Folder 249/ })).toBeFocused();
  await expect(page.getByRole("row", { name: /Folder 249/ })).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nothing here yet")).toBeVisible();
});

test("a part of the list that can't be loaded says so, and comes when tried again", async ({ page }) => {
  const ada = await newPerson();
  await makeFolders(ada, 150);
  await page.route("**/api/files?**", (route) => route.fulfill({ status: 503, json: { detail: "Out of reach." } }));
  await logIn(page, ada);
  await expect(page.getByText("The rest could not be loaded.")).toBeVisible();
  await expectAccessible(page);
  await page.unroute("**/api/files?**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("button", { name: "Try again" })).toBeHidden();
  await scrollToEnd(page, page.getByRole("row", { name: /Folder 150/ }));
});

test("Back and reload come back to where one was in a long list", async ({ page }) => {
  const ada = await newPerson();
  await makeFolders(ada, 250);
  await logIn(page, ada);
  const deep = page.getByRole("link", { name: "Folder 240" });
  await scrollToEnd(page, deep);
  await page.reload();
  await expect(deep).toBeInViewport();
  await openEntry(page, "Folder 240");
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  await page.goBack();
  await expect(deep).toBeInViewport();
  await page.getByRole("link", { name: "Trash" }).click();
  await expect(page.getByText("Nothing in the trash")).toBeVisible();
  await page.getByRole("link", { name: "My files" }).click();
  await expect(page.getByRole("link", { name: "Folder 001" })).toBeInViewport();
});

test("what changes deep down in a list changes before one's eyes", async ({ page }) => {
  const ada = await newPerson();
  const lastId = await makeFolders(ada, 130);
  await logIn(page, ada);
  await scrollToEnd(page, page.getByRole("row", { name: /Folder 130/ }));
  await choose(page, "Folder 130", "Rename…");
  await page.getByRole("textbox", { name: "Name" }).fill("Folder 999");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await expect(page.getByRole("link", { name: "Folder 999" })).toHaveAttribute("href", `/drive/${lastId}`);
  await expect(page.getByRole("link", { name: "Folder 130" })).toBeHidden();
});

test("the trash and a shared folder are lists without end too", async ({ page }) => {
  const ada = await newPerson();
  const { id: parentId } = await ada.call<{ id: string }>("/api/folders", "POST", { parentId: "root", name: "Shared" });
  await makeFolders(ada, 120, parentId);
  const { url } = await ada.call<{ url: string }>(`/api/files/${parentId}/shares`, "POST", {});
  await page.goto(url);
  await scrollToEnd(page, page.getByRole("row", { name: /Folder 120/ }));
  await expectAccessible(page);
  const { items } = await ada.call<{ items: { id: string }[] }>(`/api/files?parent=${parentId}&limit=1000`);
  await ada.call("/api/files/batch", "POST", { action: "trash", ids: items.map(({ id }) => id) });
  await logIn(page, ada, "/drive/trash");
  await expect(page.getByRole("table", { name: "Trash" })).toHaveAttribute("aria-rowcount", "121");
  await expectAccessible(page);
});
