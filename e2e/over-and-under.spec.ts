import type { Locator } from "@playwright/test";
import { rowOf, selectionOf, withFolders } from "./support/folders";
import { choose, logIn, newPerson } from "./support/people";
import { expect, test } from "./support/test";

const boxOf = async (what: Locator) => {
  const box = await what.boundingBox();
  if (!box) throw new Error("It is not on the page");
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
};

test("what is said while a dialog is open is said in it, and a link is asked about before it goes @phone", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const ada = await newPerson();
  const { id } = await ada.call<{ id: string }>("/api/folders", "POST", { parentId: "root", name: "Plans" });
  await ada.call(`/api/files/${id}/shares`, "POST", {});
  await logIn(page, ada);
  await choose(page, "Plans", "Share…");
  const dialog = page.getByRole("dialog", { name: "Share Plans" });
  await dialog.getByRole("button", { name: "Copy link" }).click();
  await expect(dialog.getByRole("status").filter({ hasText: "Link copied" })).toBeInViewport({ ratio: 1 });
  await dialog.getByRole("button", { name: "Revoke" }).click();
  const question = page.getByRole("dialog", { name: "Revoke the link of Plans?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(question).toHaveCount(0);
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await question.getByRole("button", { name: "Revoke" }).click();
  await expect(dialog.getByRole("status").filter({ hasText: "revoked" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Revoke" })).toHaveCount(0);
  await expect(dialog).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("what the search suggests lies over the bar of what is selected", async ({ page }) => {
  await withFolders(page, 2);
  await rowOf(page, "Folder 001").click();
  await expect(selectionOf(page)).toBeVisible();
  await page.getByRole("combobox", { name: "Search in Drive" }).pressSequentially("folder");
  const options = page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
  await expect(options).toHaveCount(3);
  await options.first().click();
  await expect(page).toHaveURL(/\/drive\/[\w-]{20,}$/);
});

test("the word that there is no network lies over no title @phone", async ({ page, context }) => {
  await withFolders(page, 1);
  await context.setOffline(true);
  const word = page.getByText("You are offline. What you see may be old; uploads wait.");
  await expect(word).toBeInViewport({ ratio: 1 });
  const [said, title] = [await boxOf(word), await boxOf(page.getByRole("navigation", { name: "Breadcrumb" }))];
  const isAboveOrBelow = said.bottom <= title.y || said.y >= title.bottom;
  expect(isAboveOrBelow || said.right <= title.x || said.x >= title.right).toBe(true);
  await context.setOffline(false);
});
