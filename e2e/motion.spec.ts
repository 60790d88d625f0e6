import { withFolders } from "./support/folders";
import { choose, openEntry } from "./support/people";
import { expect, test } from "./support/test";

test.use({ contextOptions: { reducedMotion: "reduce" } });

test("who asked for no motion gets none", async ({ page }) => {
  await withFolders(page, 2);
  await page.evaluate(() => {
    const moved: string[] = [];
    for (const event of ["animationstart", "transitionrun"]) {
      document.addEventListener(event, ({ target }) => moved.push((target as Element).outerHTML.slice(0, 80)));
    }
    Object.assign(window, { moved });
  });
  await choose(page, "Folder 001", "Rename…");
  await page.keyboard.press("Escape");
  await choose(page, "Folder 001", "Move to trash");
  await expect(page.getByText("“Folder 001” is in the trash")).toBeVisible();
  await openEntry(page, "Folder 002");
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, "moved"))).toEqual([]);
});
