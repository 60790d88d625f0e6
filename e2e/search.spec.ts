import { addFile } from "./support/add-file";
import { base, expectAccessible, expectAlive, logIn, newPerson, type Person, upload } from "./support/people";
import { expect, test } from "./support/test";

const folder = (ada: Person, name: string, parentId = "root") =>
  ada.call<{ id: string }>("/api/folders", "POST", { parentId, name });

test("what is typed in the search finds names at once, by keys alone, and is remembered", async ({ page }) => {
  const ada = await newPerson();
  const { id } = await folder(ada, "Été à Paris");
  await folder(ada, "Paris map");
  await logIn(page, ada);
  await page.keyboard.press("/");
  const box = page.getByRole("combobox", { name: "Search in Drive" });
  await expect(box).toBeFocused();
  await box.pressSequentially("paris ETE");
  const options = page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
  await expect(options).toHaveText(["Été à Paris", "All results for “paris ETE”"]);
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${base()}/drive/${id}`);
  await expectAlive(page);
  await page.keyboard.press("/");
  await box.fill("");
  await page.getByRole("option", { name: "paris ETE" }).click();
  await page.waitForURL(/\/drive\/search\?q=paris\+ETE/);
  await expect(page.getByRole("grid").getByRole("rowheader")).toHaveText([/Été à Paris/]);
  await page.keyboard.press("/");
  await box.fill("");
  await page.getByRole("button", { name: "Clear recent searches" }).click();
  await expect(page.getByRole("option", { name: "paris ETE" })).toHaveCount(0);
});

test("a file of the folder that is shown opens from the search over it, and Back and Forward close and open it", async ({
  page,
}) => {
  const ada = await newPerson();
  await addFile(ada, "tickets.txt", "two to Lisbon");
  await logIn(page, ada);
  const shown = page.getByRole("dialog", { name: "tickets.txt" });
  const find = async () => {
    await page.keyboard.press("/");
    await page.getByRole("combobox", { name: "Search in Drive" }).fill("tickets");
    await page.getByRole("option", { name: "tickets.txt" }).click();
  };
  await find();
  await expect(shown.getByText("two to Lisbon")).toBeVisible();
  await page.goBack();
  await expect(shown).toHaveCount(0);
  await page.getByRole("link", { name: "Recent" }).click();
  await page.waitForURL(`${base()}/drive/recent`);
  await expectAlive(page);
  await find();
  await page.waitForURL(/preview=/);
  await expect(shown.getByText("two to Lisbon")).toBeVisible();
  await page.goBack();
  await page.waitForURL(`${base()}/drive/recent`);
  await expect(shown).toHaveCount(0);
  await page.goForward();
  await expect(shown.getByText("two to Lisbon")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Breadcrumb" }).getByText("My files")).toBeAttached();
});

test("the results page narrows down by kind, time, size and place, and its address can be copied @phone", async ({
  page,
}) => {
  const ada = await newPerson();
  const { id } = await folder(ada, "Plans");
  await folder(ada, "plan of the house");
  await folder(ada, "plan of the garden", id);
  await logIn(page, ada, `/drive/${id}`);
  await upload(page, [{ name: "plan.txt", mimeType: "text/plain", buffer: Buffer.from("plan") }]);
  await expect(page.getByText("Uploads complete")).toBeVisible();
  const box = page.getByRole("combobox", { name: "Search in Drive" });
  await box.fill("plan");
  await box.press("Enter");
  await expect(page.getByRole("heading", { name: "Results for “plan”" })).toBeVisible();
  const names = page.getByRole("grid").getByRole("rowheader");
  await expect(names).toHaveCount(4);
  await expectAccessible(page);
  await page.getByLabel("Kind").selectOption("Folders");
  await expect(names).toHaveCount(3);
  await page.getByLabel("Where").selectOption("In “Plans”");
  await expect(names).toHaveText([/plan of the garden/]);
  await page.getByLabel("Size").selectOption("Over 100 MB");
  await expect(page.getByText("Nothing found")).toBeVisible();
  await page.getByLabel("Size").selectOption("Any size");
  await page.getByLabel("Modified").selectOption("Last 24 hours");
  await expect(names).toHaveCount(1);
  const copied = page.url();
  await page.goto(`${base()}/drive`);
  await page.goto(copied);
  await expect(page.getByLabel("Kind")).toHaveValue("folder");
  await expect(names).toHaveCount(1);
});

test("storage shows what fills the drive, the largest first, and trashing there makes room for the next @phone", async ({
  page,
}) => {
  const ada = await newPerson();
  await logIn(page, ada, "/drive/storage");
  await expect(page.getByText("Nothing takes room yet")).toBeVisible();
  await page.goto(`${base()}/drive`);
  await expectAlive(page);
  await upload(page, [
    { name: "small.txt", mimeType: "text/plain", buffer: Buffer.alloc(1000, "a") },
    { name: "large.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(5_000_000) },
  ]);
  await expect(page.getByText("Uploads complete")).toBeVisible();
  await page.goto(`${base()}/drive/storage`);
  await expect(page.getByRole("region", { name: "By kind" })).toContainText("5 MB of 10.7 GB used");
  await expect(page.getByRole("grid").getByRole("rowheader")).toHaveText([/large\.bin/, /small\.txt/]);
  await expectAccessible(page);
});

test("the trash says how many days are left", async ({ page }) => {
  const ada = await newPerson();
  const { id } = await folder(ada, "Old");
  await ada.call(`/api/files/${id}`, "DELETE");
  await logIn(page, ada, "/drive/trash");
  await expect(page.getByRole("row", { name: /Old/ })).toContainText("30 days left");
});
