import { base, logIn, newPerson } from "./support/people";
import { expect, test } from "./support/test";

test("a stranger sees what it is and the way in, and somebody who is logged in lands in the drive @phone", async ({
  page,
}) => {
  await page.goto(base());
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "Log in" })).toBeVisible();
  await page.getByRole("link", { name: "Create account" }).click();
  await expect(page).toHaveURL(`${base()}/register`);
  await logIn(page, await newPerson());
  await page.goto(base());
  await expect(page).toHaveURL(`${base()}/drive`);
});
