import { beforeAll, describe, expect, inject, it } from "vitest";
import { aPerson, exchange, type Person, send } from "@/e2e/support/http-client";
import { operationsOf, requestOf } from "@/e2e/support/operations";
import { changesNothing, expectProblem, INVALID, NOT_FOUND } from "@/e2e/support/problems";
import { rawRequest } from "@/e2e/support/raw-request";

const base = inject("baseUrl");
const operations = operationsOf((await send("GET", `${base}/api/openapi.json`)).body);
const withId = operations.filter(({ slots }) => slots.some((slot) => slot.in === "path"));

const SHAPES = {
  "a way up": "..%2f",
  NUL: "%00",
  "a back slash": "%5c",
  "a byte that is no text": "%ff",
  "a lonely percent sign": "%",
  "3,000 characters": "a".repeat(3000),
  "letters of no alphabet of ours": "%C3%A9",
  "a space": "%20",
  "a dot": "a.b",
  "a key of the table": "USER%23me",
};
const table = withId.flatMap((call) =>
  Object.entries(SHAPES).map(([title, id]) => ({ name: call.name, call, title, id })),
);

let ada: Person;
beforeAll(async () => {
  ada = await aPerson(base);
});

it.each(table)("$name finds nothing under $title (SECURITY 11)", async ({ call, id }) => {
  const ids = Object.fromEntries(call.slots.filter((slot) => slot.in === "path").map(({ name }) => [name, id]));
  const headers = { authorization: ada.authorization, "content-type": "application/json" };
  const init = { method: call.method, headers, ...(call.hasBody ? { body: "{}" } : {}) };
  expectProblem(await exchange(base + requestOf(call, ids, {}).path, init), NOT_FOUND);
});

it.each(["/api/files//content", "/api/files//versions", "/s//download", "/s//files"])(
  "%s, where an id is left out, leads to nothing",
  async (path) => {
    const answer = await exchange(base + path, { redirect: "follow", headers: { authorization: ada.authorization } });
    expect(answer.status).toBe(404);
  },
);

it("finds nothing under addresses that are not in the contract, and says so as everywhere", async () => {
  expectProblem(await ada.call("GET", "/api/nothing"), NOT_FOUND);
  expectProblem(await ada.call("POST", "/api/files/a/b/c", {}), NOT_FOUND);
  expectProblem(await ada.call("DELETE", "/api/openapi.json/x"), NOT_FOUND);
});

it("refuses an address without bound (SECURITY 17)", async () => {
  expectProblem(await ada.call("GET", `/api/files/${"a".repeat(10_000)}`), INVALID);
});

const paths = [...new Set(operations.map(({ path }) => path))].filter((path) => path !== "/s/{shareId}");
const methods = paths.flatMap((path) => {
  const own = operations.filter((operation) => operation.path === path).map(({ method }) => method);
  const others = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) => !own.includes(method));
  return others.map((method) => ({ method, path, own }));
});

describe("methods", () => {
  it.each(methods)("$method $path is refused, and told what is allowed", async ({ method, path, own }) => {
    const answer = await changesNothing(ada, () => ada.call(method, path.replace(/\{\w+\}/g, "nobody-knows-this-id")));
    expectProblem(answer, { status: 405, code: "method_not_allowed" });
    expect(answer.headers.get("allow")?.split(", ")).toEqual(expect.arrayContaining(own));
  });

  it.each(["TRACE", "PROPFIND", "LOCK"])("%s is refused everywhere", async (method) => {
    const pages = ["/", "/api/files", "/api/nothing", "/s/abc"];
    const answers = await Promise.all(pages.map((path) => rawRequest(base, { method, path })));
    expect(answers.map(({ status }) => status)).toEqual(pages.map(() => 405));
  });

  it("HEAD answers as GET does, without a body", async () => {
    expect(await ada.call("HEAD", "/api/files")).toMatchObject({ status: 200, body: "" });
    expect(await ada.call("HEAD", "/api/files/nobody-knows-this-id")).toMatchObject({ status: 404, body: "" });
  });
});

describe("If-Match", () => {
  it.each(["PATCH", "DELETE"])("of %s must hold, and when it does not, nothing changes", async (method) => {
    const { headers, body } = await ada.call("POST", "/api/folders", { parentId: "root", name: `for ${method}` });
    const path = `/api/files/${body.id}`;
    await ada.call("PATCH", path, { name: `for ${method} again` });
    const change = method === "PATCH" ? { name: "other" } : undefined;
    const stale = { "if-match": headers.get("etag") ?? "" };
    const answer = await changesNothing(ada, () => ada.call(method, path, change, stale));
    expectProblem(answer, { status: 412, code: "precondition_failed" });
    const now = { "if-match": (await ada.call("GET", path)).headers.get("etag") ?? "" };
    expect((await ada.call(method, path, change, now)).status).toBeLessThan(300);
  });
});
