import { base } from "./support/people";
import { expect, test } from "./support/test";

test("an address that has nothing to show says so in words, and leads on @phone", async ({ page }) => {
  const answer = await page.goto(`${base()}/api/no-such-call`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("It doesn't exist, or it was removed.");
  await page.getByRole("link", { name: "Go to the start" }).click();
  await expect(page).toHaveURL(`${base()}/`);
});
