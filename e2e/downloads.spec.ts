import { addFile } from "./support/add-file";
import { base, choose, expectAccessible, logIn, newPerson, openEntry, upload } from "./support/people";
import { expect, test } from "./support/test";

test("a file that is gone meanwhile is not downloaded, and the page stays and says why @phone", async ({ page }) => {
  const ada = await newPerson();
  const id = await addFile(ada, "plan.txt", "plan");
  await logIn(page, ada);
  await ada.call(`/api/files/${id}`, "DELETE");
  await choose(page, "plan.txt", "Download");
  await expect(page.getByText("It doesn't exist, or it was removed.")).toBeVisible();
  await expect(page).toHaveURL(`${base()}/drive`);
  await openEntry(page, "plan.txt");
  await page.getByRole("dialog").getByRole("link", { name: "Download" }).first().click();
  const said = page.getByRole("dialog").getByRole("alert").filter({ hasText: "It doesn't exist, or it was removed." });
  await expect(said).toBeVisible();
  await expectAccessible(page);
});

test("a file is downloaded from its menu", async ({ page }) => {
  const ada = await newPerson();
  await addFile(ada, "plan.txt", "plan");
  await logIn(page, ada);
  const download = page.waitForEvent("download");
  await choose(page, "plan.txt", "Download");
  expect((await download).suggestedFilename()).toBe("plan.txt");
});

test("a download asks nobody to leave the page, whatever is under way there", async ({ page }) => {
  const ada = await newPerson();
  await addFile(ada, "plan.txt", "plan");
  await logIn(page, ada);
  // What is uploaded never arrives.
  await page.route(/X-Amz-Signature/, (route) => (route.request().method() === "PUT" ? undefined : route.continue()));
  await upload(page, [{ name: "long.txt", mimeType: "text/plain", buffer: Buffer.from("long") }]);
  await expect(page.getByText("Uploading 1 of 1")).toBeVisible();
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  const download = page.waitForEvent("download");
  await choose(page, "plan.txt", "Download");
  expect((await download).suggestedFilename()).toBe("plan.txt");
  expect(asked).toEqual([]);
  await page.reload();
  expect(asked).toEqual(["beforeunload"]);
});

test("whoever is logged out meanwhile is asked to log in, and comes back", async ({ page }) => {
  const ada = await newPerson();
  await addFile(ada, "plan.txt", "plan");
  await logIn(page, ada);
  await page.context().clearCookies();
  await choose(page, "plan.txt", "Download");
  await expect(page).toHaveURL(`${base()}/login?next=%2Fdrive`);
  await page.getByLabel("Email").fill(ada.email);
  await page.getByLabel("Password", { exact: true }).fill(ada.password);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL(`${base()}/drive`);
});

test("a new name that is refused for a session that has ended comes with the way to log in", async ({ page }) => {
  const ada = await newPerson();
  await addFile(ada, "plan.txt", "plan");
  await logIn(page, ada);
  await page.context().clearCookies();
  await page.getByRole("row", { name: /^plan/ }).click();
  await page.keyboard.press("F2");
  await page.getByRole("textbox", { name: "New name of plan.txt" }).fill("plans.txt");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").getByText("Log in to continue.")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("alert").getByRole("link", { name: "Log in" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${base()}/login?next=%2Fdrive`);
});
