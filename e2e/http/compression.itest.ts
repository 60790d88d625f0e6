import { get } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { logInByPage } from "@/e2e/support/browser";
import { aPerson, type Person } from "@/e2e/support/http-client";
import { aLink } from "@/e2e/support/links";

const base = inject("baseUrl");
let ada: Person;
let cookie: string;
let link: string;
let script: string;
beforeAll(async () => {
  ada = await aPerson(base);
  cookie = await logInByPage(base, ada);
  const { id } = (await ada.call("POST", "/api/folders", { parentId: "root", name: "folder" })).body;
  link = await aLink(ada, id);
  script = /src="(\/_next\/static\/[^"]+\.js)/.exec(await (await fetch(`${base}/login`)).text())?.[1] ?? "";
});

/** Asks without undoing what the server did to the bytes. */
function ask(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, string | undefined>; bytes: Buffer; pieces: number }>(
    (resolve, reject) => {
      get(base + path, { headers: { cookie, ...headers } }, async (answer) => {
        const pieces = await answer.toArray();
        const flat = Object.fromEntries(
          Object.entries(answer.headers).map(([name, value]) => [name, value?.toString()]),
        );
        resolve({ status: answer.statusCode ?? 0, headers: flat, bytes: Buffer.concat(pieces), pieces: pieces.length });
      }).on("error", reject);
    },
  );
}

const html = { accept: "text/html" };
const texts: [string, () => string, Record<string, string>][] = [
  ["a page", () => "/drive", html],
  ["a link's page", () => `/s/${link}`, html],
  ["an RSC payload", () => "/drive?_rsc=", { rsc: "1" }],
  ["JSON", () => "/api/openapi.json", {}],
  ["a script", () => script, {}],
];

describe.each(texts)("%s", (_, path, headers) => {
  it.each([
    ["br, gzip", "br", brotliDecompressSync],
    ["gzip, deflate", "gzip", gunzipSync],
  ])("is compressed for who takes %s, once", async (accepted, encoding, undo) => {
    const { status, headers: told, bytes } = await ask(path(), { ...headers, "accept-encoding": accepted });
    expect({ status, encoding: told["content-encoding"] }).toEqual({ status: 200, encoding });
    expect(told.vary).toMatch(/accept-encoding/i);
    expect(undo(bytes).length).toBeGreaterThan(2 * bytes.length);
    expect(undo(bytes).toString()).toMatch(/[a-z]{4}/);
  });

  it("is as it is for who takes neither", async () => {
    const { headers: told, bytes } = await ask(path(), { ...headers, "accept-encoding": "identity" });
    expect(told["content-encoding"]).toBeUndefined();
    expect(bytes.toString()).toMatch(/[a-z]{4}/);
  });
});

it("a range of a script is of its own bytes (SECURITY 21)", async () => {
  const whole = await ask(script, { "accept-encoding": "identity" });
  const part = await ask(script, { "accept-encoding": "br, gzip", range: "bytes=100-2999" });
  expect(part.status).toBe(206);
  expect(part.headers["content-encoding"]).toBeUndefined();
  expect(part.bytes.equals(whole.bytes.subarray(100, 3000))).toBe(true);
});

it("a folder's ZIP is not compressed again (SECURITY 21)", async () => {
  const zip = await ask(`/s/${link}/download`, { "accept-encoding": "br, gzip" });
  expect([zip.status, zip.headers["content-type"], zip.headers["content-encoding"]]).toEqual([
    200,
    "application/zip",
    undefined,
  ]);
});
