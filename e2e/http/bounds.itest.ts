import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { beforeAll, expect, inject, it } from "vitest";
import { aPerson, type Person } from "@/e2e/support/http-client";
import { rawRequest } from "@/e2e/support/raw-request";

const base = inject("baseUrl");
const { hostname, port, host } = new URL(base);

let ada: Person;
beforeAll(async () => {
  ada = await aPerson(base);
});

/** Writes to a socket what no client library would; answers all that comes back until it is closed. */
async function converse(lines: string[]): Promise<string> {
  const socket = connect(Number(port), hostname);
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  return text(socket);
}

it("refuses headers over 32 KB (SECURITY 17)", async () => {
  const headers = { authorization: ada.authorization, "x-long": "a".repeat(40_000) };
  expect((await rawRequest(base, { path: "/api/me", headers })).status).toBe(431);
});

it("refuses an address over 8 KB, on pages too (SECURITY 17)", async () => {
  const answers = await Promise.all(
    ["/", "/api/files?cursor=", "/s/"].map((path) => rawRequest(base, { path: path + "a".repeat(9000) })),
  );
  expect(answers.map(({ status, body }) => `${status} ${JSON.parse(body).code}`)).toEqual(
    answers.map(() => "400 validation_failed"),
  );
});

it("refuses a body by the length that is announced, before any of it comes (SECURITY 17)", async () => {
  const headers = { authorization: ada.authorization, "content-type": "application/json", "content-length": 2_000_000 };
  const sent = request(`${base}/api/folders`, { method: "POST", headers });
  sent.flushHeaders();
  const [answer] = await once(sent, "response");
  expect(answer.statusCode).toBe(413);
  sent.on("error", () => undefined).destroy();
});

it.each([
  ["what is no HTTP", ["HELLO"]],
  ["a header of no shape", ["GET / HTTP/1.1", `host: ${host}`, "no colon here"]],
  ["two lengths", ["POST /api/folders HTTP/1.1", `host: ${host}`, "content-length: 2", "content-length: 3"]],
  [
    "a length and chunks",
    ["POST /api/folders HTTP/1.1", `host: ${host}`, "content-length: 2", "transfer-encoding: chunked"],
  ],
  ["another host's address", ["GET http://evil.example/ HTTP/1.1", `host: ${host}`, "connection: close"]],
  ["no host", ["GET / HTTP/1.1"]],
])("answers %s with 400 and hangs up (SECURITY 17)", async (_, lines) => {
  expect(await converse(lines)).toMatch(/^HTTP\/1\.1 400 /);
});

it("is no proxy to elsewhere (SECURITY 17)", async () => {
  expect(await converse(["CONNECT evil.example:443 HTTP/1.1", `host: ${host}`])).not.toMatch(/^HTTP\/1\.1 2/);
});
