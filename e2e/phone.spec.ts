import { addFile } from "./support/add-file";
import { base, choose, expectAccessible, logIn, newPerson, openEntry, upload } from "./support/people";
import { expect, test } from "./support/test";

test("on a phone one makes a folder, uploads into it and shares it @phone", async ({ page, browser }) => {
  await logIn(page, await newPerson());
  await page.getByRole("button", { name: "New", exact: true }).click();
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: "New folder" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Holiday");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create" }).click();
  await openEntry(page, "Holiday");
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  await upload(page, [{ name: "beach.txt", mimeType: "text/plain", buffer: Buffer.from("sand") }]);
  await expect(page.getByText("Uploads complete")).toBeVisible();
  await page.getByRole("button", { name: "Clear" }).click();
  await choose(page, "beach.txt", "Share…");
  await page.getByRole("button", { name: "Create link" }).click();
  const url = await page.getByLabel("Link").inputValue();
  await expectAccessible(page);
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(url);
  await expect(stranger.getByRole("heading", { name: "beach.txt" })).toBeVisible();
});

test("nothing scrolls sideways at 320 px, and what one taps is large enough @phone", async ({ page }) => {
  const ada = await newPerson();
  const name = "Minutes of the general meeting of the housing association, final version";
  await ada.call("/api/folders", "POST", { parentId: "root", name });
  await page.setViewportSize({ width: 320, height: 640 });
  await logIn(page, ada);
  await expect(page.getByRole("row", { name: /Minutes/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.getByRole("combobox", { name: "Search in Drive" }).fill("minutes");
  await expect(page.getByRole("button", { name: "Clear search" })).toBeVisible();
  const small = (within: string) =>
    page
      .locator(within)
      .evaluateAll((targets) =>
        targets
          .filter((target) => target.getBoundingClientRect().height < 44 || target.getBoundingClientRect().width < 44)
          .map((target) => target.outerHTML),
      );
  await expect.poll(() => small("button:visible, header a:visible, nav a:visible, input:visible")).toEqual([]);
  await expectAccessible(page);
  await choose(page, name, "Details");
  await expect(
    page.getByRole("complementary", { name: "Details" }).getByRole("link", { name: "My files" }),
  ).toBeVisible();
  await expect.poll(() => small("aside button:visible, aside a:visible")).toEqual([]);
  await page.context().clearCookies();
  await page.goto(`${base()}/login`);
  // What stands in a sentence is as high as its line (WCAG 2.5.8).
  await expect.poll(() => small("button:visible, input:visible, a:visible:not(p a)")).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test("a place's rows of two lines have no heads of columns over them @phone", async ({ page }) => {
  const ada = await newPerson();
  await addFile(ada, "minutes.txt", "Present: all");
  await page.setViewportSize({ width: 390, height: 700 });
  await logIn(page, ada, "/drive/recent");
  const head = page.getByRole("columnheader", { name: "Modified" });
  await expect(head).toBeAttached();
  const shown = () => head.evaluate((cell) => cell.closest("[role=rowgroup]")?.clientHeight);
  expect(await shown()).toBe(1);
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect.poll(shown).toBeGreaterThan(30);
});
