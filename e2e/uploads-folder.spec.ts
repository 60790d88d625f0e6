import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { dragFiles } from "./support/drag-files";
import { rowOf } from "./support/folders";
import { logIn, newPerson, openEntry, type Person, stayWhenAsked, upload } from "./support/people";
import { expect, test } from "./support/test";

let dir: string;
let trip: string;

test.beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "smart-drive-"));
  trip = join(dir, "Trip");
  await mkdir(join(trip, "Day 1"), { recursive: true });
  await mkdir(join(trip, "Empty"));
  await writeFile(join(trip, "plan.txt"), "plan");
  await writeFile(join(trip, "Day 1", "map.txt"), "here");
});

test.afterEach(() => rm(dir, { recursive: true, force: true }));

const FOLDERS = "**/api/folders";
const tray = (page: Page) => page.getByRole("region", { name: "Uploads" });

const namesOf = async ({ call }: Person): Promise<string[]> => {
  const { items } = await call<{ items: { name: string }[] }>("/api/files");
  return items.map(({ name }) => name);
};

async function dropTrip(page: Page): Promise<void> {
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  const dragged = await dragFiles(page, [trip]);
  await dragged.over();
  await dragged.drop();
}

/** What was cancelled makes nothing any more: what comes after it is alone in the drive. */
async function expectNothingLeft(page: Page, ada: Person): Promise<void> {
  await upload(page, [{ name: "after.txt", mimeType: "text/plain", buffer: Buffer.from("after") }]);
  await expect(tray(page).getByText("Uploads complete")).toBeVisible();
  expect(await namesOf(ada)).toEqual(["after.txt"]);
}

test("a folder whose making was not answered is made once", async ({ page }) => {
  const ada = await newPerson();
  await logIn(page, ada);
  // The one that is asked first was added last: an answer is lost, then the server still has the first call in hand.
  const running = { code: "conflict", detail: "The first request with this key is still running. Ask again." };
  await page.route(FOLDERS, (route) => route.fulfill({ status: 409, headers: { "retry-after": "1" }, json: running }), {
    times: 1,
  });
  await page.route(FOLDERS, (route) => route.fetch().then(() => route.abort()), { times: 1 });
  await upload(page, trip, "Upload folder");
  await expect(tray(page).getByText("Uploads complete")).toBeVisible();
  expect(await namesOf(ada)).toEqual(["Trip"]);
  await openEntry(page, "Trip");
  await expect(rowOf(page, "plan.txt")).toBeVisible();
  await openEntry(page, "Day 1");
  await expect(rowOf(page, "map.txt")).toBeVisible();
});

test("while folders are made the tray shows their files, leaving asks first, and all can be cancelled", async ({
  page,
}) => {
  const ada = await newPerson();
  await logIn(page, ada);
  await page.route(FOLDERS, () => undefined);
  await dropTrip(page);
  await expect(tray(page).getByText("Uploading 3 of 3")).toBeVisible();
  await stayWhenAsked(page);
  await page.getByRole("button", { name: "Cancel all" }).click();
  await expect(tray(page)).toHaveCount(0);
  await expectNothingLeft(page, ada);
});

test("a folder that is being looked through is in the tray, and can be cancelled there", async ({ page }) => {
  const ada = await newPerson();
  await logIn(page, ada);
  await page.evaluate(() => {
    const getAsFileSystemHandle = () => new Promise((resolve) => document.addEventListener("read-on", resolve));
    Object.assign(DataTransferItem.prototype, { getAsFileSystemHandle });
  });
  await dropTrip(page);
  await expect(tray(page).getByText("Reading what is in it")).toBeVisible();
  await page.getByRole("button", { name: "Cancel Trip" }).click();
  await expect(tray(page)).toHaveCount(0);
  await page.evaluate(() => document.dispatchEvent(new Event("read-on")));
  await expectNothingLeft(page, ada);
});

test("a folder that is refused can be tried again, and its files go into one", async ({ page }) => {
  const ada = await newPerson();
  await logIn(page, ada);
  const refusal = { code: "forbidden", detail: "You can't do that here." };
  await page.route(FOLDERS, (route) => route.fulfill({ status: 403, json: refusal }), { times: 1 });
  await rm(join(trip, "Empty"), { recursive: true });
  await upload(page, trip, "Upload folder");
  await expect(tray(page).getByText("Its folder could not be made. Try again.")).toHaveCount(2);
  await page.getByRole("button", { name: "Retry map.txt" }).click();
  await page.getByRole("button", { name: "Retry plan.txt" }).click();
  await expect(tray(page).getByText("Uploads complete")).toBeVisible();
  expect(await namesOf(ada)).toEqual(["Trip"]);
});

test("files whose folder was not made when the page was left go on in it", async ({ page }) => {
  const ada = await newPerson();
  await logIn(page, ada);
  await page.route(FOLDERS, (route) => route.fetch().then(() => undefined));
  await dropTrip(page);
  await expect.poll(() => namesOf(ada)).toEqual(["Trip"]);
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await page.unroute(FOLDERS);
  await expect(tray(page).getByText("2 uploads can go on")).toBeVisible();
  await page.getByRole("button", { name: "Resume all" }).click();
  await expect(tray(page).getByText("Uploads complete")).toBeVisible();
  expect(await namesOf(ada)).toEqual(["Trip"]);
  await openEntry(page, "Trip");
  await expect(rowOf(page, "plan.txt")).toBeVisible();
  await expect(rowOf(page, "Day 1")).toBeVisible();
});
