import { beforeAll, expect, inject, it } from "vitest";
import { logInByPage } from "@/e2e/support/browser";
import { type Answer, aPerson, exchange, send } from "@/e2e/support/http-client";
import { aLink } from "@/e2e/support/links";

const base = inject("baseUrl");

it("describes itself and where its contract is", async () => {
  const answer = await fetch(`${base}/api`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ name: "Smart Drive", docs: expect.stringContaining("/api/docs") });
});

const PAGES = ["/", "/login", "/register", "/api/docs", "/s/unknown", "/nowhere"];
const ASIDE = [
  "/s/unknown/download/more",
  "/s/%20",
  "/favicon.ico/x",
  "/_next/image?url=/icon.svg&w=64&q=75",
  "/files/more",
];

let cookie: string;
let members: string[];
beforeAll(async () => {
  const ada = await aPerson(base);
  cookie = await logInByPage(base, ada);
  const { id } = (await ada.call("POST", "/api/folders", { parentId: "root", name: "a folder" })).body;
  members = ["/drive", `/drive/${id}`, "/drive/trash", "/drive/links", `/s/${await aLink(ada, id)}`];
});

const open = (path: string, headers: Record<string, string> = {}) =>
  send("GET", base + path, undefined, { accept: "text/html", cookie, ...headers });

it("sends each document its own nonce, and every script in it carries that (SECURITY 24)", async () => {
  const answers = await Promise.all([...PAGES, ...ASIDE, ...members, ...PAGES].map((path) => open(path)));
  const nonces = answers.map(nonceOf);
  expect(new Set(nonces).size).toBe(answers.length);
});

function nonceOf({ headers, body }: Answer): string {
  const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1] ?? "";
  expect(nonce).toMatch(/^[0-9a-f]{32}$/);
  const scripts: string[] = body.match(/<script[^>]*>/g) ?? [];
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  return nonce;
}

it("sends every document the headers that hold it together (SECURITY 24)", async () => {
  const answers = await Promise.all([...PAGES, ...ASIDE, ...members].map((path) => open(path)));
  answers.map(({ headers }) => expectHeld(headers));
});

function expectHeld(headers: Headers): void {
  const policy = headers.get("content-security-policy") ?? "";
  const rules = Object.fromEntries(policy.split("; ").map((rule) => rule.split(/ (.*)/, 2)));
  expect(rules).toMatchObject({
    "default-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  });
  expect(`${rules["script-src"]} ${rules["default-src"]}`).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
  expect(`${rules["connect-src"]} ${rules["media-src"]} ${rules["img-src"]}`).not.toMatch(/\*|https?:(?!\/\/)/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("permissions-policy")).toContain("camera=()");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(headers.has("x-powered-by")).toBe(false);
}

it("tells nobody the address of a link (SECURITY 24)", async () => {
  const shared = await Promise.all(
    ["/s/unknown", members.at(-1) ?? "", "/s/unknown/download/more"].map((path) => open(path)),
  );
  expect(shared.map(({ headers }) => headers.get("referrer-policy"))).toEqual(shared.map(() => "no-referrer"));
  const others = await Promise.all(["/", "/drive", "/login", "/api/docs"].map((path) => open(path)));
  expect(others.map(({ headers }) => headers.get("referrer-policy"))).toEqual(others.map(() => "same-origin"));
});

it("frames and scripts nothing on next-auth's own pages either (SECURITY 24)", async () => {
  const { headers } = await open("/api/auth/signout");
  expect(headers.get("content-security-policy")).toBe(
    "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  );
  expect(headers.get("cache-control")).toContain("no-store");
});

it("lets nobody on the way keep a page or its RSC payload (SECURITY 25)", async () => {
  const paths = [...PAGES, ...ASIDE, ...members];
  const documents = await Promise.all(paths.map((path) => open(path)));
  const payloads = await Promise.all(
    members.map((path) => exchange(`${base}${path}?_rsc=`, { headers: { rsc: "1", cookie }, redirect: "follow" })),
  );
  expect(payloads.map(({ status, headers }) => `${status} ${headers.get("content-type")}`)).toEqual(
    members.map(() => "200 text/x-component"),
  );
  const kept = [...documents, ...payloads].map(({ headers }) => headers.get("cache-control"));
  expect(kept).toEqual(kept.map(() => expect.stringMatching(/private.*no-store/)));
});

it("shows what is a member's to members alone: page, RSC payload and redirect tell nothing (SECURITY 25)", async () => {
  const asked = members
    .slice(0, -1)
    .flatMap((path) => [
      exchange(base + path, { headers: { accept: "text/html" } }),
      exchange(`${base}${path}?_rsc=`, { headers: { rsc: "1" }, redirect: "follow" }),
    ]);
  const told = (await Promise.all(asked)).map(({ body }) => body).join();
  expect(told).not.toContain("a folder");
  expect((await open(members[0] ?? "")).body).toContain("a folder");
});
