import type { Page } from "@playwright/test";
import { rowOf, withFolders } from "./support/folders";
import { choose, openEntry } from "./support/people";
import { expect, test } from "./support/test";

/** Notes each moment at which a page that had a title has none. */
async function watchTitle(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let gaps = 0;
    const look = () => {
      if (!document.title) gaps++;
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
    Object.assign(window, { titleGaps: () => gaps });
  });
  return () => page.evaluate(() => (Reflect.get(window, "titleGaps") as () => number)());
}

test("a page keeps its title while it is read again and while the next one comes", async ({ page }) => {
  await withFolders(page, 2);
  const gaps = await watchTitle(page);
  await choose(page, "Folder 002", "Star");
  await expect(page.getByText("“Folder 002” is starred")).toBeVisible();
  await openEntry(page, "Folder 001");
  await expect(page).toHaveTitle(/Folder 001/);
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Starred" }).click();
  await expect(page).toHaveTitle(/Starred/);
  await expect(rowOf(page, "Folder 002")).toBeVisible();
  await page.goBack();
  await expect(page).toHaveTitle(/Folder 001/);
  expect(await gaps()).toBe(0);
});
