import { chromium, type Page } from "@playwright/test";
import { startDrive } from "@/e2e/support/drive";
import { aPerson, PASSWORD, type Person } from "@/e2e/support/http-client";
import { seedEntries } from "@/e2e/support/seed";
import { ensureBuilt } from "@/scripts/start/build";
import { findBrowser } from "@/scripts/test/browser";
import { median } from "./verdict";

/**
 * A folder of 100,000 entries in a browser, beside one of 100: how soon its first rows are drawn, how long a window without rows
 * lasts while the scroll bar is dragged to the end, and how much memory the page takes. `ENTRIES` and `ROUNDS` are honoured.
 */
const entries = Number(process.env.ENTRIES ?? 100_000);
const rounds = Number(process.env.ROUNDS ?? 15);
const DRAG_STEPS = 60;

const nameOf = (index: number) => `file ${String(index).padStart(6, "0")}.txt`;

async function someoneWith(url: string, count: number): Promise<Person> {
  const person = await aPerson(url);
  const seeds = Array.from({ length: count }, (_, index) => ({ kind: "file", name: nameOf(index) }) as const);
  await seedEntries(person.id, seeds);
  return person;
}

async function openFolder(page: Page, url: string): Promise<number> {
  const start = performance.now();
  await page.goto(`${url}/drive`);
  await page.getByText(nameOf(9), { exact: true }).waitFor();
  return performance.now() - start;
}

/** Drags to the end as one does with the scroll bar; answers the longest time in which no row stood in the window. */
async function longestBlank(page: Page): Promise<number> {
  return page.evaluate(async (steps) => {
    let longest = 0;
    let blankSince: number | null = null;
    let isOver = false;
    const look = () => {
      const rows = [...document.querySelectorAll("[role=row][data-id]")];
      const isBlank = !rows.some((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom > 150 && top < window.innerHeight;
      });
      if (isBlank) blankSince ??= performance.now();
      else blankSince = null;
      if (blankSince !== null) longest = Math.max(longest, performance.now() - blankSince);
      if (!isOver) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let step = 1; step <= steps; step++) {
      window.scrollTo(0, (document.body.scrollHeight * step) / steps);
      await frame();
      await frame();
    }
    // Until the end stands still: what is read on meanwhile makes it longer.
    for (let still = 0, height = 0; still < 60; still++) {
      if (document.body.scrollHeight !== height) still = 0;
      height = document.body.scrollHeight;
      window.scrollTo(0, height);
      await frame();
    }
    isOver = true;
    return longest;
  }, DRAG_STEPS);
}

await ensureBuilt(".data");
const drive = await startDrive();
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info"],
});
try {
  const people = await Promise.all([100, entries].map((count) => someoneWith(drive.url, count)));
  const pages: Page[] = [];
  for (const { email } of people) {
    const page = await (await browser.newContext()).newPage();
    // The compiler that runs this file names functions by a helper of its own, which no page has.
    await page.addInitScript({ content: "globalThis.__name = (named) => named" });
    await page.goto(`${drive.url}/login`);
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Log in" }).click();
    await page.waitForURL(`${drive.url}/drive`);
    pages.push(page);
  }
  const times: number[][] = pages.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, page] of pages.entries()) times[index]?.push(await openFolder(page, drive.url));
  }
  const [few = 0, many = 0] = times.map(median);
  console.log(
    `first rows: of 100 ${few.toFixed(0)} ms, of ${entries} ${many.toFixed(0)} ms, ratio ${(many / few).toFixed(2)}`,
  );
  const large = pages[1];
  if (!large) throw new Error("There is no page");
  const blank = await longestBlank(large);
  const last = await large.getByText(nameOf(entries - 1), { exact: true }).isVisible();
  const cdp = await large.context().newCDPSession(large);
  await cdp.send("HeapProfiler.collectGarbage");
  const bytes = await large.evaluate(() => Reflect.get(performance, "memory").usedJSHeapSize as number);
  console.log(
    `dragged to the end (${last ? "seen" : "NOT SEEN"}): longest blank ${blank.toFixed(0)} ms, memory ${(bytes / 1e6).toFixed(0)} MB`,
  );
} finally {
  await browser.close();
  await drive.stop();
}
