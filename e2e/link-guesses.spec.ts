import { withOwnDrive } from "./support/own-drive";
import { newPerson } from "./support/people";
import { expect, test } from "./support/test";

// The drive of the run lets everybody try a thousand times as often.
withOwnDrive({ RATE_LIMIT_SCALE: "1" });

test("who guesses at a link's password is told after ten tries to wait (SECURITY 16)", async ({ page }) => {
  const ada = await newPerson();
  const { id } = await ada.call<{ id: string }>("/api/folders", "POST", { parentId: "root", name: "Plans" });
  const share = await ada.call<{ url: string }>(`/api/files/${id}/shares`, "POST", { password: "tulip field" });
  await page.goto(share.url);
  const guess = async (password: string) => {
    await page.getByLabel("Password").fill(password);
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Open" }).click();
    await answered;
    await expect(page.getByRole("button", { name: "Open" })).toBeEnabled();
  };
  for (let n = 1; n <= 10; n++) await guess(`guess ${n}`);
  await expect(page.getByText("That is not the password of this link. Try again.")).toBeVisible();
  await guess("guess 11");
  await expect(page.getByText("Too many tries. Wait a little and try again.")).toBeVisible();
  await guess("tulip field");
  await expect(page.getByText("Too many tries. Wait a little and try again.")).toBeVisible();
  await expect(page.getByText("Plans")).toBeHidden();
});
