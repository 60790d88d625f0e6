import type { Page } from "@playwright/test";
import { addFile } from "./support/add-file";
import { HOSTILE, PDF } from "./support/hostile";
import { expectAccessible, newPerson, type Person } from "./support/people";
import { silence } from "./support/silence";
import { expect, test } from "./support/test";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

type Link = { id: string; url: string };

const linkTo = (ada: Person, id: string, terms: object = {}) =>
  ada.call<Link>(`/api/files/${id}/shares`, "POST", terms);

/** A folder with these files, and a link to it. */
async function aSharedFolder(ada: Person, files: string[], terms: object = {}): Promise<Link> {
  const { id } = await ada.call<{ id: string }>("/api/folders", "POST", { parentId: "root", name: "Shared" });
  await ada.call("/api/files/batch", "POST", { action: "move", ids: files, parentId: id });
  return linkTo(ada, id, terms);
}

async function downloads(ada: Person): Promise<number[]> {
  const { items } = await ada.call<{ items: { downloads: number }[] }>("/api/shares");
  return items.map((share) => share.downloads);
}

const row = (page: Page, name: string) => page.getByRole("row").getByRole("button", { name, exact: true });
const preview = (page: Page, name: string) => page.getByRole("dialog", { name, exact: true });

const READ: { name: string; content: string; type: string; shown: (page: Page) => Promise<void> }[] = [
  {
    name: "plan.txt",
    content: "First the roof.\nThen the windows.\n",
    type: "text/plain",
    shown: (page) => expect(page.getByText("Then the windows.")).toBeVisible(),
  },
  {
    name: "plan.md",
    content: "# The plan\n\nFirst the **roof**.",
    type: "text/markdown",
    shown: (page) => expect(page.getByRole("heading", { name: "The plan" })).toBeVisible(),
  },
  {
    name: "costs.csv",
    content: "what,how much\nroof,9000\n",
    type: "text/csv",
    shown: (page) => expect(page.getByRole("columnheader", { name: "how much" })).toBeVisible(),
  },
  {
    name: "plan.pdf",
    content: PDF,
    type: "application/pdf",
    shown: (page) => expect(page.getByRole("img", { name: "Page 1 of 1" })).toBeVisible(),
  },
];

for (const { name, content, type, shown } of READ) {
  test(`${name} is read on its link's page, and larger over it @phone`, async ({ page }) => {
    const ada = await newPerson();
    const { url } = await linkTo(ada, await addFile(ada, name, content, type));
    await page.goto(url);
    await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
    await shown(page);
    await expect(page.getByRole("link", { name: "Download" })).toBeVisible();
    await expectAccessible(page);
    const enlarge = page.getByRole("button", { name: "Open preview" });
    await enlarge.click();
    await expect(preview(page, name)).toBeVisible();
    await expect(preview(page, name).getByRole("status")).toHaveCount(0);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(enlarge).toBeFocused();
    expect(page.url()).toBe(url);
    expect(await downloads(ada)).toEqual([0]);
  });
}

test("a shared picture is seen nearer, a sound is played", async ({ page }) => {
  const ada = await newPerson();
  const picture = await linkTo(ada, await addFile(ada, "dot.png", PNG, "image/png"));
  const sound = await linkTo(ada, await addFile(ada, "hush.wav", silence(1), "audio/wav"));
  await page.goto(picture.url);
  await page.getByRole("button", { name: "Open preview" }).click();
  await preview(page, "dot.png").getByRole("button", { name: "Zoom in" }).click();
  await expect(preview(page, "dot.png").getByText("140 %")).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("link", { name: "Download" })).toBeVisible();
  await page.goto(sound.url);
  const duration = () => page.locator("audio").evaluate((element: HTMLAudioElement) => element.duration);
  await expect.poll(duration).toBe(1);
});

test("one looks through a shared folder by arrows, and is back at the row that one came from @phone", async ({
  page,
}) => {
  const ada = await newPerson();
  const files = [
    await addFile(ada, "a.csv", "name,age\nAda,36\n", "text/csv"),
    await addFile(ada, "b.md", "# Hello", "text/markdown"),
    await addFile(ada, "c.png", PNG, "image/png"),
    await addFile(ada, "d.bin", Buffer.from([0, 1, 2]), "application/octet-stream"),
  ];
  const { url } = await aSharedFolder(ada, files);
  await page.goto(url);
  await expectAccessible(page);
  await row(page, "a.csv").press("Enter");
  await expect(preview(page, "a.csv").getByRole("columnheader", { name: "age" })).toBeVisible();
  await expect(preview(page, "a.csv").getByRole("link", { name: "Download" })).toHaveAttribute(
    "href",
    /\/download\?file=/,
  );
  await expectAccessible(page);
  await page.keyboard.press("ArrowRight");
  await expect(preview(page, "b.md").getByRole("heading", { name: "Hello" })).toBeVisible();
  await preview(page, "b.md").getByRole("button", { name: "Next" }).click();
  await expect(preview(page, "c.png").getByRole("img")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(preview(page, "d.bin").getByText("no preview")).toBeVisible();
  await expect(preview(page, "d.bin").getByRole("link", { name: "Download" })).toHaveCount(2);
  await expect(preview(page, "d.bin").getByRole("button", { name: "Next" })).toBeHidden();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(row(page, "a.csv")).toBeFocused();
  await row(page, "b.md").click();
  await preview(page, "b.md").getByRole("button", { name: "Close" }).click();
  await expect(row(page, "b.md")).toBeFocused();
  await row(page, "c.png").click();
  await expect(preview(page, "c.png")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(page.url()).toBe(url);
  expect(await downloads(ada)).toEqual([0]);
});

test("a file that its owner took away while somebody looked through the folder is said to be gone", async ({
  page,
}) => {
  const ada = await newPerson();
  const files = [
    await addFile(ada, "a.md", "# Here", "text/markdown"),
    await addFile(ada, "b.txt", "was here", "text/plain"),
    await addFile(ada, "c.png", PNG, "image/png"),
  ];
  const { url } = await aSharedFolder(ada, files);
  await page.goto(url);
  await row(page, "a.md").click();
  await expect(preview(page, "a.md").getByRole("heading", { name: "Here" })).toBeVisible();
  await ada.call("/api/files/batch", "POST", { action: "trash", ids: files.slice(1) });
  for (const name of ["b.txt", "c.png"]) {
    await page.keyboard.press("ArrowRight");
    await expect(preview(page, name).getByText("This file isn't there any more.")).toBeVisible();
  }
});

test("a link to look at shows its files and offers none of them", async ({ page }) => {
  const ada = await newPerson();
  const files = [
    await addFile(ada, "a.txt", "to be read", "text/plain"),
    await addFile(ada, "b.bin", Buffer.from([0, 1, 2]), "application/octet-stream"),
  ];
  const { url } = await aSharedFolder(ada, files, { allowDownload: false });
  await page.goto(url);
  await row(page, "a.txt").click();
  await expect(preview(page, "a.txt").getByText("to be read")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(preview(page, "b.bin").getByText("no preview")).toBeVisible();
  await expect(page.getByRole("link", { name: /Download/ })).toHaveCount(0);
});

test("a link that counts its downloads says why it shows none of its files", async ({ page }) => {
  const ada = await newPerson();
  const { url } = await aSharedFolder(ada, [await addFile(ada, "a.txt", "counted", "text/plain")], { maxDownloads: 5 });
  await page.goto(url);
  await row(page, "a.txt").click();
  await expect(preview(page, "a.txt").getByText("counts its downloads")).toBeVisible();
  await expect(preview(page, "a.txt").getByRole("link", { name: "Download" })).toHaveCount(2);
  expect(await downloads(ada)).toEqual([0]);
});

test("shared files that were made to harm are shown, and nothing in them runs (SECURITY 20)", async ({ page }) => {
  const ada = await newPerson();
  const files: string[] = [];
  for (const { name, content, type } of HOSTILE) files.push(await addFile(ada, name, content, type));
  const { url } = await aSharedFolder(ada, files);
  page.on("dialog", (dialog) => expect(dialog.message(), "a file's script ran").toBe("never"));
  await page.goto(url);
  for (const { name, shown } of HOSTILE) {
    await row(page, name).click();
    await shown(page);
    await expect(page.locator("a[href^='javascript:']")).toHaveCount(0);
    await expect(page).not.toHaveTitle("run");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  }
  for (const file of files.slice(0, 3)) {
    await page.goto((await linkTo(ada, file)).url);
    await expect(page.getByRole("button", { name: "Open preview" })).toBeVisible();
    await expect(page.locator("main [role=status]")).toHaveCount(0);
    await expect(page).not.toHaveTitle("run");
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a link's page names what is shared and gives it", async ({ page }) => {
    const ada = await newPerson();
    const file = await addFile(ada, "plan.txt", "plan", "text/plain");
    const single = await linkTo(ada, file);
    await page.goto(single.url);
    await expect(page.getByRole("heading", { name: "plan.txt" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Download" })).toBeVisible();
    const { url } = await aSharedFolder(ada, [file]);
    await page.goto(url);
    await expect(page.getByRole("row", { name: /plan\.txt/ })).toBeVisible();
    await expect(page.getByRole("row").getByRole("button")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Download plan.txt" })).toBeVisible();
  });
});
