import { expect, type Locator, type Page } from "@playwright/test";

/** What stands in which row of the list just now: the row's number and its name. */
export async function rowsShown(page: Page): Promise<[index: string, name: string][]> {
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
  return rows.evaluateAll((elements) =>
    elements.map((row): [string, string] => [
      row.getAttribute("aria-rowindex") ?? "",
      row.querySelector("[role=rowheader] [dir=auto]")?.textContent ?? "",
    ]),
  );
}

/** Scrolls by the wheel, a screen at a time, and remembers each row it has seen; answers how many there were so far. */
export async function scrollOn(page: Page, seen: Map<string, string>): Promise<number> {
  await page.mouse.wheel(0, 500);
  for (const [index, name] of await rowsShown(page)) seen.set(index, name);
  return seen.size;
}

/** Goes down by the End key, as often as the list grows, until a row near its end is there. */
export async function scrollToEnd(page: Page, row: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("End");
    await expect(row).toBeInViewport({ timeout: 300 });
  }).toPass({ timeout: 20_000 });
}
