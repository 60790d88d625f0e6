import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Page, Request, Route } from "@playwright/test";
import { type SentParts, watchParts, writeBigFile } from "./support/big-file";
import { killBrowser, launchKept } from "./support/kept-browser";
import { withOwnDrive } from "./support/own-drive";
import { base, logIn, newPerson, type Person, upload } from "./support/people";
import { expect, test } from "./support/test";

const NAME = "clip.bin";
const BYTES = 500_000_000;
const PARTS = Math.ceil(BYTES / (8 * 1024 ** 2));
// Long enough to begin a part, short enough to see one expire.
const URL_SECONDS = 3;

const drive = withOwnDrive({ PUT_URL_SECONDS: String(URL_SECONDS) });

let dir: string;
let path: string;
let sha256: string;

test.beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "smart-drive-"));
  path = join(dir, NAME);
  sha256 = await writeBigFile(path, BYTES);
});

test.afterAll(() => rm(dir, { recursive: true, force: true }));

const tray = (page: Page) => page.getByRole("region", { name: "Uploads" });

/** Begins the upload and answers when a good part of it is in the store. */
async function begin(page: Page, ada: Person): Promise<SentParts> {
  await logIn(page, ada);
  const sent = watchParts(page);
  await upload(page, path);
  await expect.poll(() => sent.stored.size, { intervals: [50] }).toBeGreaterThan(8);
  expect(sent.stored.size).toBeLessThan(PARTS - 8);
  return sent;
}

/** Resumes in a page that was opened anew: the browser has no way back to the file, so it asks for it. */
async function resume(page: Page, file = path): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await tray(page)
    .getByRole("button", { name: `Resume ${NAME}` })
    .click();
  await (await chooser).setFiles(file);
}

/** Waits for the end and holds what is in the drive against what was sent. */
async function expectWhole(page: Page, { call }: Person, { stored, again }: SentParts): Promise<void> {
  await expect(tray(page).getByText("Uploads complete")).toBeVisible({ timeout: 180_000 });
  const { items } = await call<{ items: { id: string; checksum: { sha256: string } }[] }>("/api/files");
  expect(items).toHaveLength(1);
  expect(items[0]?.checksum.sha256).toBe(sha256);
  expect(await sha256Of(await contentOf(page, items[0]?.id ?? ""))).toBe(sha256);
  expect(stored.size).toBeGreaterThanOrEqual(PARTS - 4);
  expect(again).toEqual([]);
}

const contentOf = async (page: Page, id: string): Promise<Response> => {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  return fetch(`${base()}/api/files/${id}/content`, { headers: { cookie } });
};

async function sha256Of({ body }: Response): Promise<string> {
  const hash = createHash("sha256");
  const reader = body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) hash.update(next.value);
  return hash.digest("hex");
}

test("an upload that loses the network waits, and goes on by itself", async ({ page, context }) => {
  const ada = await newPerson();
  const sent = await begin(page, ada);
  await context.setOffline(true);
  await expect(tray(page).getByText("Waiting for the connection", { exact: true })).toBeVisible();
  await context.setOffline(false);
  await expect(
    tray(page)
      .getByText(/\/s · .* left/)
      .first(),
  ).toBeVisible();
  await expectWhole(page, ada, sent);
});

test("an upload whose page was closed goes on in the next one, with the same file and no other", async ({ page }) => {
  const ada = await newPerson();
  const sent = await begin(page, ada);
  await page.close();
  const next = await page.context().newPage();
  watchParts(next, sent);
  await next.goto(`${base()}/drive`);
  await expect(tray(next).getByText("1 upload can go on")).toBeVisible();
  const other = join(dir, "other.bin");
  await writeBigFile(other, 1000);
  await resume(next, other);
  await expect(tray(next).getByText(`This is another file. Choose “${NAME}”`)).toBeVisible();
  await resume(next);
  await expectWhole(next, ada, sent);
});

test("an upload whose browser was killed goes on when it is started again", async () => {
  const profile = join(dir, "profile");
  const ada = await newPerson();
  const first = await launchKept(profile);
  const sent = await begin(await first.newPage(), ada);
  await killBrowser(profile);
  const second = await launchKept(profile);
  const page = await second.newPage();
  watchParts(page, sent);
  // Chromium writes its cookies down every half minute: whether one survives is chance.
  await second.clearCookies();
  await logIn(page, ada);
  await resume(page);
  await expectWhole(page, ada, sent);
  await second.close();
});

test("an upload waits for an object store that is gone for a minute", async ({ page }) => {
  const ada = await newPerson();
  const sent = await begin(page, ada);
  await drive().store.kill9();
  await expect(tray(page).getByText("Waiting for the connection", { exact: true })).toBeVisible();
  // A minute is what is promised: whoever gives up sooner fails here.
  await delay(60_000);
  await drive().store.restart();
  await expectWhole(page, ada, sent);
});

test("an upload has its addresses signed again when they expired", async ({ page }) => {
  const ada = await newPerson();
  const begun: Request[] = [];
  const refused: Request[] = [];
  const isPart = (request: Request) => request.method() === "PUT";
  page.on("request", (request) => isPart(request) && begun.push(request));
  page.on("response", (answer) => isPart(answer.request()) && !answer.ok() && refused.push(answer.request()));
  // A store that sends no CORS headers with its refusal looks like a network that failed.
  page.on("requestfailed", (request) => isPart(request) && refused.push(request));
  let late = 3;
  await page.route("**/api/upload/*/parts", async (route: Route) => {
    const response = await route.fetch();
    if (late-- > 0) await delay((URL_SECONDS + 1) * 1000);
    await route.fulfill({ response });
  });
  await logIn(page, ada);
  const sent = watchParts(page);
  await upload(page, path);
  await expectWhole(page, ada, sent);
  expect(refused.length).toBeGreaterThanOrEqual(3);
  expect(begun).toHaveLength(PARTS + refused.length);
});
