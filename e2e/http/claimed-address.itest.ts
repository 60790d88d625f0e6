import { beforeAll, expect, inject, it } from "vitest";
import { logInByPage } from "@/e2e/support/browser";
import { aFileOf, aPerson, type Person } from "@/e2e/support/http-client";
import { rawRequest } from "@/e2e/support/raw-request";

const base = inject("baseUrl");

const CLAIMS = {
  host: "evil.example",
  "x-forwarded-host": "evil.example",
  "x-forwarded-proto": "https",
  "x-forwarded-port": "444",
  "x-forwarded-prefix": "/evil.example",
  "x-original-url": "/evil.example",
  "x-page": "//evil.example",
  forwarded: "host=evil.example;proto=https",
};

let ada: Person;
let fileId: string;
let shareId: string;
beforeAll(async () => {
  ada = await aPerson(base);
  fileId = (await aFileOf(ada, "a.txt", "content")).id;
  shareId = (await ada.call("POST", `/api/files/${fileId}/shares`, {})).body.id;
});

it("builds a link from the configured address, whatever the client claims (SECURITY 15)", async () => {
  const headers = { ...CLAIMS, authorization: ada.authorization, "content-type": "application/json" };
  const made = await rawRequest(base, { method: "POST", path: `/api/files/${fileId}/shares`, headers, body: "{}" });
  expect(made.status).toBe(201);
  expect(JSON.parse(made.body).url).toBe(`${base}/s/${JSON.parse(made.body).id}`);
});

it.each([
  ["content", () => `/api/files/${fileId}/content`],
  ["a share's file", () => `/s/${shareId}`],
  ["a share's download", () => `/s/${shareId}/download`],
  ["log-in of next-auth", () => "/api/auth/signin"],
  ["a page for members", () => "/drive"],
  ["a doubled slash", () => "/api//files"],
])("leads to no claimed address from %s (SECURITY 15)", async (_, path) => {
  const isPage = path() === "/drive";
  const headers = { ...CLAIMS, ...(isPage ? {} : { authorization: ada.authorization }) };
  const answer = await rawRequest(base, { path: path(), headers });
  expect([302, 307, 308]).toContain(answer.status);
  expect(answer.headers.location).not.toContain("evil.example");
  expect(JSON.stringify(answer.headers)).not.toContain("evil.example");
});

it.each(["/drive", "/drive/recent?a=b", "/drive/search?q=a+b&kind=image", "/settings"])(
  "sends a stranger from %s to log in, and back there (SECURITY 15)",
  async (path) => {
    const { status, headers } = await rawRequest(base, { path, headers: CLAIMS });
    expect(status).toBe(307);
    expect(headers.location).toBe(`/login?next=${encodeURIComponent(path)}`);
  },
);

it("signs uploads for no claimed address (SECURITY 15)", async () => {
  const headers = { ...CLAIMS, authorization: ada.authorization, "content-type": "application/json" };
  const body = JSON.stringify({ parentId: "root", name: "u.bin", size: 5 });
  const started = await rawRequest(base, { method: "POST", path: "/api/upload", headers, body });
  expect(started.status).toBe(201);
  expect(started.body).not.toContain("evil.example");
});

it("lets no claimed address into a page or its policy (SECURITY 15)", async () => {
  const cookie = await logInByPage(base, ada);
  const pages = ["/", "/login", "/drive", `/s/${shareId}`];
  const answers = await Promise.all(
    pages.map((path) => rawRequest(base, { path, headers: { ...CLAIMS, cookie, accept: "text/html" } })),
  );
  expect(answers.map(({ status }) => status).filter((status) => status >= 400)).toEqual([]);
  expect(answers.filter(({ headers, body }) => `${JSON.stringify(headers)}${body}`.includes("evil.example"))).toEqual(
    [],
  );
});
