import { rowOf, selectionOf, withFolders } from "./support/folders";
import {
  base,
  choose,
  expectAlive,
  hold,
  logIn,
  makeFolders,
  newPerson,
  openEntry,
  stayWhenAsked,
  upload,
} from "./support/people";
import { expect, test } from "./support/test";

const nothing = "Nothing here yet";

test("revoking a link asks first, and the focus goes on to the next link", async ({ page }) => {
  const ada = await newPerson();
  const { id } = await ada.call<{ id: string }>("/api/folders", "POST", { parentId: "root", name: "Plans" });
  await ada.call(`/api/files/${id}/shares`, "POST", {});
  await ada.call(`/api/files/${id}/shares`, "POST", {});
  await logIn(page, ada, "/drive/links");
  const revoke = page.getByRole("button", { name: "Revoke link of Plans" });
  await revoke.first().press("Enter");
  const dialog = page.getByRole("dialog", { name: "Revoke the link of Plans?" });
  await dialog.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(revoke.first()).toBeFocused();
  await expect(revoke).toHaveCount(2);
  await revoke.first().press("Enter");
  await dialog.getByRole("button", { name: "Revoke" }).press("Enter");
  await expect(revoke).toHaveCount(1);
  await expect(revoke).toBeFocused();
});

test("a dialog goes with the place that it was opened at", async ({ page }) => {
  await withFolders(page, 1);
  await openEntry(page, "Folder 001");
  await expect(page.getByText(nothing)).toBeVisible();
  await page.getByRole("link", { name: "My files" }).first().click();
  await expect(rowOf(page, "Folder 001")).toBeVisible();
  await page.getByRole("button", { name: "New", exact: true }).click();
  await page.getByRole("menuitem", { name: "New folder" }).click();
  await expect(page.getByRole("dialog", { name: "New folder" })).toBeVisible();
  await page.goBack();
  await expect(page.getByText(nothing)).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("the question about a taken name says where the file goes, wherever one is by then", async ({ page }) => {
  await withFolders(page, 1);
  const notes = [{ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("notes") }];
  await openEntry(page, "Folder 001");
  await expect(page.getByText(nothing)).toBeVisible();
  await upload(page, notes);
  await expect(page.getByText("Uploads complete")).toBeVisible();
  await upload(page, notes);
  const dialog = page.getByRole("dialog", { name: "“notes.txt” is there already" });
  await expect(dialog).toContainText("It goes to Folder 001.");
  await page.goBack();
  await expect(page).toHaveURL(`${base()}/drive`);
  await expect(dialog).toContainText("It goes to Folder 001.");
});

test("what is cut can't go into itself or below itself, and that is said", async ({ page }) => {
  const ada = await withFolders(page, 1);
  const { items } = await ada.call<{ items: { id: string }[] }>("/api/files");
  await ada.call("/api/folders", "POST", { parentId: items[0]?.id, name: "Child" });
  const refused = page.getByText("1 of 1 could not be done: a folder can't go into itself");
  await rowOf(page, "Folder 001").click();
  await page.keyboard.press("ControlOrMeta+x");
  await page.keyboard.press("ControlOrMeta+v");
  await expect(page.getByText("It is here already.")).toBeVisible();
  await openEntry(page, "Folder 001");
  await expect(rowOf(page, "Child")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(refused).toBeVisible();
  await openEntry(page, "Child");
  await expect(page.getByText(nothing)).toBeVisible();
  await expect(refused).toHaveCount(0, { timeout: 15_000 });
  await page.keyboard.press("ControlOrMeta+v");
  await expect(refused).toBeVisible();
});

test("details close when their entry leaves the list", async ({ page }) => {
  await withFolders(page, 2);
  await choose(page, "Folder 001", "Details");
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details).toContainText("Folder 001");
  await choose(page, "Folder 001", "Move to trash");
  await expect(rowOf(page, "Folder 001")).toBeHidden();
  await expect(details).toBeHidden();
});

test("a deed on many says how far it is, and offers Undo when it is done; so does what is taken back", async ({
  page,
}) => {
  await withFolders(page, 250);
  const batches: (() => void)[] = [];
  await page.route("**/api/files/batch", async (route) => {
    await new Promise<void>((resolve) => batches.push(resolve));
    await route.continue();
  });
  const letThrough = async () => {
    await expect.poll(() => batches.length).toBe(1);
    batches.pop()?.();
  };
  const said = page.getByRole("status");
  const undo = page.getByRole("button", { name: "Undo" });
  await rowOf(page, "Folder 001").click();
  await page.keyboard.press("ControlOrMeta+a");
  await expect(selectionOf(page)).toContainText("250 selected");
  await page.keyboard.press("Delete");
  await expect(said.filter({ hasText: /^Moving 250 to the trash …\s*0 of 250/ })).toBeVisible();
  await letThrough();
  await expect(said.filter({ hasText: "100 of 250" })).toBeVisible();
  await expect(undo).toBeHidden();
  await letThrough();
  await letThrough();
  await expect(said.filter({ hasText: "250 are in the trash" })).toBeVisible();
  await undo.click();
  await expect(said.filter({ hasText: /^Putting 250 back …\s*0 of 250/ })).toBeVisible();
  await letThrough();
  await expect(said.filter({ hasText: "100 of 250" })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Folder/ }).first()).toBeVisible();
  await letThrough();
  await letThrough();
  await expect(said.filter({ hasText: "250 are back" })).toBeVisible();
});

test("who leaves the page while many are trashed is asked first", async ({ page }) => {
  await withFolders(page, 150);
  const letThrough = await hold(page, "**/api/files/batch");
  await rowOf(page, "Folder 001").click();
  await page.keyboard.press("ControlOrMeta+a");
  await expect(selectionOf(page)).toContainText("150 selected");
  await page.keyboard.press("Delete");
  await expect(page.getByText("Moving 150 to the trash")).toBeVisible();
  await stayWhenAsked(page);
  letThrough();
  await expect(page.getByText("150 are in the trash")).toBeVisible();
});

test("copying many says how far it is, asks who leaves meanwhile, and is taken back as one", async ({ page }) => {
  await withFolders(page, 8);
  const asked: (() => void)[] = [];
  let isHeld = true;
  await page.route("**/api/files/*/copy", async (route) => {
    if (isHeld && route.request().method() === "POST") await new Promise<void>((resolve) => asked.push(resolve));
    await route.continue();
  });
  const letThrough = async () => {
    await expect.poll(() => asked.length).toBe(1);
    asked.pop()?.();
  };
  const said = page.getByRole("status");
  await rowOf(page, "Folder 001").click();
  await page.keyboard.press("ControlOrMeta+a");
  await expect(selectionOf(page)).toContainText("8 selected");
  await page.keyboard.press("ControlOrMeta+c");
  await page.keyboard.press("ControlOrMeta+v");
  await expect(said.filter({ hasText: /^Copying 8 …\s*0 of 8/ })).toBeVisible();
  await letThrough();
  await expect(said.filter({ hasText: "1 of 8" })).toBeVisible();
  await stayWhenAsked(page);
  isHeld = false;
  await letThrough();
  await expect(said.filter({ hasText: "8 are copied to My files" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).hover();
  await expect(rowOf(page, "Folder 008 \\(1\\)")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("row", { name: /\(1\)/ })).toHaveCount(0);
  await expect(rowOf(page, "Folder 008")).toBeVisible();
});

test("copies of what was found in several folders are one deed, which Undo takes back whole", async ({ page }) => {
  const ada = await newPerson();
  const parentId = await makeFolders(ada, 1);
  await ada.call("/api/folders", "POST", { parentId, name: "Plan below" });
  await ada.call("/api/folders", "POST", { parentId: "root", name: "Plan above" });
  await logIn(page, ada, "/drive/search?q=plan");
  await expect(page.getByRole("row", { name: /^Plan/ })).toHaveCount(2);
  await rowOf(page, "Plan above").click();
  await page.keyboard.press("ControlOrMeta+a");
  await selectionOf(page).getByRole("button", { name: "Make a copy" }).click();
  await expect(page.getByText("There are 2 copies now")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).hover();
  await expect(page.getByRole("row", { name: /^Plan/ })).toHaveCount(4);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("row", { name: /^Plan/ })).toHaveCount(2);
});

test("Undo of a new name leaves what was renamed elsewhere meanwhile, and says so", async ({ page }) => {
  const ada = await withFolders(page, 1);
  const { items } = await ada.call<{ items: { id: string }[] }>("/api/files");
  await rowOf(page, "Folder 001").click();
  await page.keyboard.press("F2");
  await page.keyboard.type("Mine");
  await page.keyboard.press("Enter");
  await expect(page.getByText("It is “Mine” now")).toBeVisible();
  await ada.call(`/api/files/${items[0]?.id}`, "PATCH", { name: "Theirs" });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("“Mine” could not be put back: it was changed meanwhile")).toBeVisible();
  await expect(rowOf(page, "Theirs")).toBeVisible();
});

test("Undo of what has vanished says which it was", async ({ page }) => {
  const ada = await withFolders(page, 1);
  const { items } = await ada.call<{ items: { id: string }[] }>("/api/files");
  const done = page.waitForResponse("**/api/files/batch");
  await rowOf(page, "Folder 001").click();
  await page.keyboard.press("Delete");
  await done;
  await ada.call("/api/files/batch", "POST", { action: "delete", ids: [items[0]?.id] });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("“Folder 001” could not be put back: it isn't there any more")).toBeVisible();
});

test("a new folder is selected, in view, in focus and told of, wherever in the list it stands", async ({ page }) => {
  await withFolders(page, 320);
  await page.getByRole("button", { name: "New", exact: true }).click();
  await page.getByRole("menuitem", { name: "New folder" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Folder 310b");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "“Folder 310b” is made" })).toBeVisible();
  await expect(rowOf(page, "Folder 310b")).toBeInViewport();
  await expect(rowOf(page, "Folder 310b")).toHaveAttribute("aria-selected", "true");
  await expect(rowOf(page, "Folder 310b")).toBeFocused();
  await expectAlive(page);
});
