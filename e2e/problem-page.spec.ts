import { base, logIn, newPerson } from "./support/people";
import { expect, test } from "./support/test";

test("an address that has nothing to show says so in words, and leads on @phone", async ({ page }) => {
  const answer = await page.goto(`${base()}/api/no-such-call`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("It doesn't exist, or it was removed.");
  await page.getByRole("link", { name: "Go to the start" }).click();
  await expect(page).toHaveURL(`${base()}/`);
});

test("the address of a folder that isn't there says so, and leads to one's files", async ({ page }) => {
  await logIn(page, await newPerson());
  await page.goto(`${base()}/drive/AAAAAAAAAAAAAAAAAAAAAA`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This folder isn't here");
  await page.getByRole("link", { name: "Go to My files" }).click();
  await expect(page).toHaveURL(`${base()}/drive`);
});
