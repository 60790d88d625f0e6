import { base, expectAccessible, newEmail, newPerson } from "./support/people";
import { expect, test } from "./support/test";

test("the strength of a password is said in words while it is typed @phone", async ({ page }) => {
  await page.goto(`${base()}/register`);
  const meter = page.getByRole("meter", { name: "Strength" });
  await page.getByLabel("Password", { exact: true }).fill("tulip");
  await expect(meter).toHaveAttribute("aria-valuetext", "Too short");
  await page.getByLabel("Password", { exact: true }).fill("aaaaaaaaaaaa");
  await expect(page.getByText("Weak.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery staple lamp");
  await expect(page.getByText("Strong.")).toBeVisible();
  await page.getByRole("button", { name: "Show what is typed" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("type", "text");
  await expectAccessible(page);
});

test("a refused registration keeps what was typed, but never the password", async ({ page }) => {
  const email = newEmail();
  await page.goto(`${base()}/register`);
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Choose a longer password")).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Ada Lovelace");
  await expect(page.getByLabel("Email")).toHaveValue(email);
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  await expectAccessible(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("one registers all the same, and a refusal keeps what was typed", async ({ page }) => {
    const email = newEmail();
    await page.goto(`${base()}/register`);
    await page.getByLabel("Name").fill("Ada Lovelace");
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("short");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByText("Choose a longer password")).toBeVisible();
    await expect(page.getByLabel("Name")).toHaveValue("Ada Lovelace");
    await expect(page.getByLabel("Email")).toHaveValue(email);
    expect(await page.content()).not.toContain('value="short"');
    await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page).toHaveURL(`${base()}/drive`);
  });

  test("one logs in all the same, and a password manager knows the fields", async ({ page }) => {
    const ada = await newPerson();
    await page.goto(`${base()}/login`);
    await expect(page.getByLabel("Email")).toHaveAttribute("autocomplete", "username");
    await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("autocomplete", "current-password");
    await page.getByLabel("Email").fill(ada.email);
    await page.getByLabel("Password", { exact: true }).fill(ada.password);
    await page.getByRole("button", { name: "Log in" }).click();
    await expect(page).toHaveURL(`${base()}/drive`);
  });
});
