import { logIn, newPerson } from "./support/people";
import { expect, test } from "./support/test";

test("a menu closes by its own button, by Escape and by a click beside it, which keeps what it did", async ({
  page,
}) => {
  await logIn(page, await newPerson());
  const button = page.getByRole("button", { name: "New", exact: true });
  const menu = page.getByRole("menu", { name: "New" });
  await button.click();
  await expect(menu).toBeVisible();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await button.click();
  await expect(menu).toBeHidden();
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await button.click();
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Upload files" })).toBeFocused();
  const search = page.getByRole("combobox", { name: "Search in Drive" });
  await search.click();
  await expect(menu).toBeHidden();
  await page.keyboard.type("plan");
  await expect(search).toHaveValue("plan");
});

test("an open menu stays beside its button when the window changes", async ({ page }) => {
  await logIn(page, await newPerson());
  await page.getByRole("button", { name: "Account" }).click();
  const menu = page.getByRole("menu", { name: "Account" });
  await expect(menu).toBeVisible();
  await page.setViewportSize({ width: 900, height: 700 });
  await expect(menu.getByRole("menuitem", { name: "Settings" })).toBeInViewport({ ratio: 1 });
});
