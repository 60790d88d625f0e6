import { beforeAll, expect, inject, it } from "vitest";
import { logInByPage } from "@/e2e/support/browser";
import { aPerson, exchange } from "@/e2e/support/http-client";

const base = inject("baseUrl");
let cookie: string;
beforeAll(async () => {
  cookie = await logInByPage(base, await aPerson(base));
});

const keptFor = async (path: string) => {
  const { status, headers } = await exchange(base + path, { headers: { cookie } });
  return `${status} ${headers.get("cache-control")}`;
};

/** The addresses in a page of what it is built from. */
async function filesOf(path: string): Promise<string[]> {
  const { body } = await exchange(base + path, { headers: { cookie, accept: "text/html" } });
  return [...new Set<string>(body.match(/\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)/g))];
}

it("what a build names by its content is kept for ever", async () => {
  const files = await filesOf("/drive");
  expect(files.length).toBeGreaterThan(3);
  const kept = await Promise.all(files.map(keptFor));
  expect(kept).toEqual(kept.map(() => "200 public, max-age=31536000, immutable"));
});

it("the scripts that every page starts with ask to be compiled while they load", async () => {
  const scripts = (await filesOf("/login")).filter((file) => file.endsWith(".js"));
  const bodies = await Promise.all(scripts.map(async (path) => (await fetch(base + path)).text()));
  const hinted = bodies.filter((body) => body.startsWith("//# allFunctionsCalledOnLoad\n"));
  expect(hinted.some((body) => body.includes("hydrateRoot"))).toBe(true);
  expect(hinted.length).toBeLessThan(scripts.length);
});

it.each(["/icons/icon-192.png", "/favicon.ico", "/icon.svg", "/apple-icon.png"])(
  "%s is kept for a day",
  async (path) => {
    expect(await keptFor(path)).toBe("200 public, max-age=86400, stale-while-revalidate=604800");
  },
);

it.each([
  "/drive",
  "/login",
  "/manifest.webmanifest",
  "/sw.js",
  "/api/me",
  "/api/files",
  "/api/auth/session",
  "/nowhere",
  "/api/nowhere",
])("%s is kept by nobody on the way (SECURITY 25)", async (path) => {
  expect(await keptFor(path)).toMatch(/private.*no-store/);
});
