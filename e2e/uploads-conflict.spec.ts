import type { Page } from "@playwright/test";
import { base, expectAccessible, hold, logIn, newPerson, upload } from "./support/people";
import { expect, test } from "./support/test";

const text = (name: string, content: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
const row = (page: Page, name: string) => page.getByRole("grid").getByRole("rowheader", { name, exact: true });

async function withNotes(page: Page) {
  const ada = await newPerson();
  await logIn(page, ada);
  await upload(page, [text("notes.txt", "old"), text("plan.txt", "old"), text("song.txt", "old")]);
  await expect(page.getByText("Uploads complete")).toBeVisible();
  return ada;
}

async function contentOf(page: Page, name: string): Promise<string> {
  const { items } = await (await page.request.get(`${base()}/api/files`)).json();
  const { id } = items.find((item: { name: string }) => item.name === name);
  return (await page.request.get(`${base()}/api/files/${id}/content`)).text();
}

test("a name that is taken is asked about once for each, and each answer is done", async ({ page }) => {
  await withNotes(page);
  await upload(page, [text("notes.txt", "new notes")]);
  const dialog = page.getByRole("dialog", { name: "“notes.txt” is there already" });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Replace" }).click();
  await expect(page.getByText("Uploads complete")).toBeVisible();
  expect(await contentOf(page, "notes.txt")).toBe("new notes");
  await upload(page, [text("plan.txt", "new plan")]);
  await page.getByRole("button", { name: "Keep both" }).click();
  await expect(row(page, "plan (1).txt")).toBeVisible();
  expect(await contentOf(page, "plan.txt")).toBe("old");
  expect(await contentOf(page, "plan (1).txt")).toBe("new plan");
  await upload(page, [text("song.txt", "new song")]);
  await page.getByRole("button", { name: "Skip" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Uploads" })).toHaveCount(0);
  expect(await contentOf(page, "song.txt")).toBe("old");
});

test("one answer is given for all names that are taken", async ({ page }) => {
  await withNotes(page);
  await upload(
    page,
    ["notes.txt", "plan.txt", "song.txt"].map((name) => text(name, `new ${name}`)),
  );
  await page.getByLabel("Do this for all").check();
  await page.getByRole("button", { name: "Replace" }).click();
  await expect(page.getByText("Uploads complete")).toBeVisible();
  expect(await contentOf(page, "notes.txt")).toBe("new notes.txt");
  expect(await contentOf(page, "song.txt")).toBe("new song.txt");
  await expect(page.getByRole("grid").getByRole("rowheader")).toHaveCount(3);
});

test("who is asked about a file is not asked about another one before the answer", async ({ page }) => {
  await withNotes(page);
  const release = await hold(page, "**/api/upload", (request) => request.postDataJSON()?.name === "notes.txt");
  await upload(page, [text("notes.txt", "new notes"), text("plan.txt", "new plan")]);
  const dialog = page.getByRole("dialog", { name: "“plan.txt” is there already" });
  await expect(dialog).toBeVisible();
  const refused = page.waitForResponse((response) => response.status() === 409);
  release();
  await (await refused).finished();
  await expect(page.getByRole("region", { name: "Uploads" }).getByText("The name is taken")).toHaveCount(2);
  await dialog.getByRole("button", { name: "Replace" }).click();
  await page
    .getByRole("dialog", { name: "“notes.txt” is there already" })
    .getByRole("button", { name: "Skip" })
    .click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect.poll(() => contentOf(page, "plan.txt")).toBe("new plan");
  expect(await contentOf(page, "notes.txt")).toBe("old");
});

test("a file named like a folder can be kept beside it, but not take its place", async ({ page }) => {
  const ada = await newPerson();
  await ada.call("/api/folders", "POST", { parentId: "root", name: "Plans" });
  await logIn(page, ada);
  await upload(page, [text("Plans", "a file")]);
  await page.getByRole("button", { name: "Replace" }).click();
  await expect(page.getByText("This folder already has a folder of that name.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Replace" })).toHaveCount(0);
  await page.getByRole("button", { name: "Keep both" }).click();
  await expect(row(page, "Plans (1)")).toBeVisible();
});
