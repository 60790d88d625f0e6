import { randomBytes } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, type Request } from "@playwright/test";

/** Somebody with an account of the test's own, and what they do over HTTP, where a browser would take long. */
export type Person = {
  email: string;
  password: string;
  call: <T = unknown>(path: string, method?: string, body?: unknown) => Promise<T>;
};

const AT_ONCE = 10;

/** The address of the drive that the run started. */
export const base = (): string => process.env.BASE_URL ?? "";

export const newEmail = (): string => `${randomBytes(8).toString("hex")}@example.com`;

/** Registers somebody over HTTP. */
export async function newPerson(name = "Ada"): Promise<Person> {
  const who = { email: newEmail(), password: "correct horse battery" };
  await request("/api/auth/register", { method: "POST", body: { ...who, name } });
  const { token } = await request<{ token: string }>("/api/auth/login", { method: "POST", body: who });
  const call = <T>(path: string, method = "GET", body?: unknown) => request<T>(path, { method, body, token });
  return { ...who, call };
}

async function request<T>(path: string, { method, body, token }: { method: string; body?: unknown; token?: string }) {
  const answer = await fetch(base() + path, {
    method,
    headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

/** Makes folders named "Folder 001" and so on, and answers the last one's id. */
export async function makeFolders({ call }: Person, count: number, parentId = "root"): Promise<string> {
  const names = Array.from({ length: count }, (_, index) => `Folder ${String(index + 1).padStart(3, "0")}`);
  let lastId = "";
  for (let from = 0; from < count; from += AT_ONCE) {
    const batch = names.slice(from, from + AT_ONCE);
    const made = await Promise.all(
      batch.map((name) => call<{ id: string }>("/api/folders", "POST", { parentId, name })),
    );
    lastId = made.at(-1)?.id ?? lastId;
  }
  return lastId;
}

/** Logs somebody in by the form; they land on `path`. */
export async function logIn(page: Page, { email, password }: Person, path = "/drive"): Promise<void> {
  await page.goto(`${base()}/login?next=${encodeURIComponent(path)}`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL(base() + path);
  await expectAlive(page);
}

/** Waits until the page is there and its list has come to life: before that its keys and its menu are the browser's. */
export async function expectAlive(page: Page): Promise<void> {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
}

/** Opens an entry as one does: by two clicks, on a phone by a tap. */
export async function openEntry(page: Page, name: string): Promise<void> {
  await expectAlive(page);
  const entry = page.getByRole("grid").getByText(name, { exact: true });
  if (await page.evaluate(() => navigator.maxTouchPoints > 0)) await entry.tap();
  else await entry.dblclick();
}

/** Holds the page against WCAG as far as a program can. */
export async function expectAccessible(page: Page): Promise<void> {
  // Otherwise it opens a page of its own each time, for frames of other origins: we have none.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations).toEqual([]);
}

/** Opens a row's menu and chooses from it. */
export async function choose(page: Page, name: string, item: string): Promise<void> {
  await expectAlive(page);
  await page.getByRole("button", { name: `More actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

type Files = string | { name: string; mimeType: string; buffer: Buffer }[];

/** Begins uploads by the New menu. */
export async function upload(page: Page, files: Files, item = "Upload files"): Promise<void> {
  await page.getByRole("button", { name: "New", exact: true }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: item }).click();
  await (await chooser).setFiles(files);
}

/** Keeps uploads from their end until what it answers is called. */
export const holdCompletion = (page: Page): Promise<() => void> => hold(page, "**/api/upload/*/complete");

/** Keeps requests of an address on their way until what it answers is called. */
export async function hold(page: Page, address: string, isMeant = (_: Request) => true): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(address, async (route) => {
    if (isMeant(route.request())) await released;
    await route.continue();
  });
  return release;
}

/** Tries to leave the page, is asked whether one means it, and stays. */
export async function stayWhenAsked(page: Page): Promise<void> {
  const asked = page.waitForEvent("dialog");
  await page.evaluate(() => setTimeout(() => window.location.assign("/login")));
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
}
