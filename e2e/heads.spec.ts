import type { Page } from "@playwright/test";
import { base, expectAlive, logIn, newPerson } from "./support/people";
import { expect, test } from "./support/test";

type Look = { top: number; size: string; weight: string };

/** Where the words are that a page begins with, and how large. */
const lookOf = (page: Page, selector: string): Promise<Look> =>
  page.locator(selector).evaluate((title) => {
    const words = document.createRange();
    words.selectNodeContents(title);
    const { top, height } = words.getBoundingClientRect();
    const { fontSize, fontWeight } = getComputedStyle(title);
    return { top: Math.round(top + height / 2), size: fontSize, weight: fontWeight };
  });

test("every page of the drive begins alike @phone", async ({ page }) => {
  const ada = await newPerson();
  await ada.call("/api/folders", "POST", { parentId: "root", name: "Plans" });
  await logIn(page, ada);
  const folder = await lookOf(page, "nav [aria-current=page][data-drop='folder:root'][href='/drive'].truncate");
  const tables: number[] = [];
  for (const path of [
    "drive/recent",
    "drive/starred",
    "drive/links",
    "drive/trash",
    "drive/storage",
    "drive/search?q=plans",
    "settings",
  ]) {
    await page.goto(`${base()}/${path}`);
    await expectAlive(page);
    // The page's title follows its skeleton's.
    await expect.poll(() => lookOf(page, "main h1"), path).toEqual(folder);
    const head = page.locator("[role=grid] [role=rowgroup]").first();
    if (await head.count()) tables.push(await head.evaluate((row) => row.getBoundingClientRect().height));
  }
  expect(new Set(tables).size).toBe(1);
});
