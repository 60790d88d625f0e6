import type { Page } from "@playwright/test";
import { withOwnDrive } from "./support/own-drive";
import { newPerson, type Person } from "./support/people";
import { expect, test } from "./support/test";

// The drive of the run lets everybody try a thousand times as often.
withOwnDrive({ RATE_LIMIT_SCALE: "1" });

const WRONG = "That is not the password of this link. Try again.";
const TOO_MANY = "Too many tries. Wait a little and try again.";

test("who guesses at a link's password is told after ten tries to wait (SECURITY 16)", async ({ page }) => {
  const ada = await newPerson();
  const { id } = await ada.call<{ id: string }>("/api/folders", "POST", { parentId: "root", name: "Plans" });
  // Tries are counted by the quarter of an hour: who was over its end while guessing has to begin anew.
  let said: string[] = [];
  for (let quarter = -1; quarter !== quarterNow(); ) {
    quarter = quarterNow();
    said = await guessTwelve(page, ada, id);
  }
  expect(said).toEqual([WRONG, TOO_MANY, TOO_MANY]);
  await expect(page.getByText("Plans")).toBeHidden();
});

const quarterNow = () => Math.floor(Date.now() / 900_000);

/** What a link says after ten wrong guesses, after the eleventh, and after the right one that comes too late. */
async function guessTwelve(page: Page, ada: Person, id: string): Promise<string[]> {
  const share = await ada.call<{ url: string }>(`/api/files/${id}/shares`, "POST", { password: "tulip field" });
  await page.goto(share.url);
  const guess = async (password: string) => {
    await page.getByLabel("Password").fill(password);
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Open" }).click();
    await answered;
    const answer = page.getByRole("button", { name: "Open", disabled: false }).or(page.getByText("Plans"));
    await expect(answer.first()).toBeVisible();
  };
  for (let n = 1; n <= 10; n++) await guess(`guess ${n}`);
  const shown = async () => {
    for (const each of [WRONG, TOO_MANY]) if (await page.getByText(each).isVisible()) return each;
    return "neither";
  };
  const said = [await shown()];
  for (const late of ["guess 11", "tulip field"]) {
    await guess(late);
    said.push(await shown());
  }
  return said;
}
