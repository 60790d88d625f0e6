import { base, expectAccessible, logIn, newPerson } from "./support/people";
import { expect, test } from "./support/test";

test("a theme that was chosen is there at once and stays after a reload @phone", async ({ page, browser }) => {
  await logIn(page, await newPerson());
  const root = page.locator("html");
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.getByRole("menuitemradio", { name: "Dark" })).toBeChecked();
  await expect(root).toHaveCSS("background-color", "rgb(19, 20, 18)");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(root).toHaveCSS("background-color", "rgb(19, 20, 18)");
  await expectAccessible(page);
  const scriptless = await browser.newContext({ javaScriptEnabled: false });
  await scriptless.addCookies(await page.context().cookies());
  const drawn = await scriptless.newPage();
  await drawn.goto(`${base()}/nowhere`);
  await expect(drawn.locator("html")).toHaveAttribute("data-theme", "dark");
  await scriptless.close();
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("menuitemradio", { name: "System" }).click();
  await expect(root).toHaveCSS("background-color", "rgb(247, 247, 245)");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(root).toHaveCSS("background-color", "rgb(19, 20, 18)");
});
