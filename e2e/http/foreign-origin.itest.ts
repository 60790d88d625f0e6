import { beforeAll, describe, expect, inject, it } from "vitest";
import { cookiesOf, logInByPage, submitForm } from "@/e2e/support/browser";
import { aPerson, exchange, PASSWORD, type Person } from "@/e2e/support/http-client";
import { changesNothing, expectProblem } from "@/e2e/support/problems";

const base = inject("baseUrl");
const CROSS = { status: 403, code: "cross_origin" };

const foreign = [
  ["an Origin that is not ours", { origin: "https://evil.example" }],
  ["an Origin on another port", { origin: "http://localhost:1" }],
  ["Origin: null", { origin: "null" }],
  ["Sec-Fetch-Site: cross-site", { "sec-fetch-site": "cross-site" }],
  ["Sec-Fetch-Site: same-site", { "sec-fetch-site": "same-site" }],
  ["Sec-Fetch-Site: none", { "sec-fetch-site": "none" }],
  ["our Origin, but cross-site", { origin: base, "sec-fetch-site": "cross-site" }],
] as const;

let ada: Person;
let cookie: string;
beforeAll(async () => {
  ada = await aPerson(base);
  cookie = await logInByPage(base, ada);
});

const JSON_TYPE = { "content-type": "application/json" };
const FOLDER = JSON.stringify({ parentId: "root", name: "not mine" });
const post = (path: string, body: string, headers: Record<string, string>) =>
  exchange(base + path, { method: "POST", body, headers });

describe("a call with the browser's cookie", () => {
  it.each(foreign)("is refused with %s (SECURITY 14)", async (_, headers) => {
    const call = () => post("/api/folders", FOLDER, { ...JSON_TYPE, cookie, ...headers });
    expectProblem(await changesNothing(ada, call), CROSS);
    const asText = () => post("/api/folders", FOLDER, { "content-type": "text/plain", cookie, ...headers });
    expectProblem(await changesNothing(ada, asText), CROSS);
  });

  it.each(["PATCH", "DELETE"])("is refused from another site with %s too (SECURITY 14)", async (method) => {
    const { body } = await ada.call("POST", "/api/folders", { parentId: "root", name: `for ${method}` });
    const headers = { ...JSON_TYPE, cookie, origin: "https://evil.example" };
    const init = { method, headers, ...(method === "PATCH" ? { body: '{"name":"x"}' } : {}) };
    expectProblem(await changesNothing(ada, () => exchange(`${base}/api/files/${body.id}`, init)), CROSS);
  });

  it("is refused when nothing says where it comes from (SECURITY 14)", async () => {
    expectProblem(await changesNothing(ada, () => post("/api/folders", FOLDER, { ...JSON_TYPE, cookie })), CROSS);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp", "multipart/form-data; boundary=x"])(
    "is refused as %s even from our own page (SECURITY 14)",
    async (type) => {
      const call = () => post("/api/folders", FOLDER, { "content-type": type, cookie, origin: base });
      expectProblem(await changesNothing(ada, call), { status: 415, code: "unsupported_media_type" });
    },
  );

  it("is done from our own page", async () => {
    const own = { ...JSON_TYPE, cookie, origin: base, "sec-fetch-site": "same-origin" };
    expect((await post("/api/folders", JSON.stringify({ parentId: "root", name: "mine" }), own)).status).toBe(201);
    expect((await exchange(`${base}/api/me`, { headers: { cookie } })).body.id).toBe(ada.id);
  });

  it("does not log out from elsewhere (SECURITY 14)", async () => {
    const headers = { cookie, origin: "https://evil.example" };
    expectProblem(await post("/api/auth/logout", "", headers), CROSS);
    expectProblem(await post("/api/auth/signout", "", headers), CROSS);
    expect((await exchange(`${base}/api/me`, { headers: { cookie } })).status).toBe(200);
  });
});

describe("a form of a page", () => {
  it.each(foreign)("does not log anybody in with %s (SECURITY 14)", async (_, headers) => {
    const fields = { email: ada.email, password: PASSWORD };
    const answer = await submitForm(`${base}/login`, { fields, headers: { ...headers } });
    expect(answer.status).toBe(403);
    expect(cookiesOf(answer)).toBe("");
  });

  it("does not log out from elsewhere (SECURITY 14)", async () => {
    const answer = await submitForm(`${base}/drive`, {
      fields: {},
      cookie,
      headers: { origin: "https://evil.example" },
    });
    expect(answer.status).toBe(403);
    expect((await exchange(`${base}/api/me`, { headers: { cookie } })).status).toBe(200);
  });
});

describe("a call without a cookie", () => {
  it.each(foreign)("logs nobody in with %s (SECURITY 14)", async (_, headers) => {
    const body = JSON.stringify({ email: ada.email, password: PASSWORD });
    expectProblem(await post("/api/auth/login", body, { ...JSON_TYPE, ...headers }), CROSS);
  });

  it.each(foreign)("is done by whoever has the token, with %s (SECURITY 14)", async (title, headers) => {
    const body = JSON.stringify({ parentId: "root", name: title.replace("/", "") });
    const { status } = await post("/api/folders", body, { ...JSON_TYPE, ...headers, authorization: ada.authorization });
    expect(status).toBe(201);
  });
});
