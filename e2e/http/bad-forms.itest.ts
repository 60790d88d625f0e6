import { once } from "node:events";
import { type ClientRequest, request } from "node:http";
import { beforeEach, expect, inject, it } from "vitest";
import { aPerson, exchange, type Person } from "@/e2e/support/http-client";
import { changesNothing, expectProblem, INVALID, NOT_FOUND } from "@/e2e/support/problems";

const base = inject("baseUrl");
const MIB = 1024 ** 2;

let ada: Person;
beforeEach(async () => {
  ada = await aPerson(base);
});

type Field = [name: string, value: string | File];
const aFile = (name: string, size = 5) => new File([new Uint8Array(size)], name);

function sendForm(fields: Field[]) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return exchange(`${base}/api/upload`, { method: "POST", body, headers: { authorization: ada.authorization } });
}

const file: Field = ["file", aFile("a.bin")];
// More than what comes in one go, so that what stands behind it is read later.
const large: Field = ["file", aFile("large.bin", 12 * MIB)];
const nowhere: Field = ["parentId", "nobody-knows-this-id"];

it.each<[string, Field[], { status: number; code: string }]>([
  ["without a file", [["parentId", "root"]], INVALID],
  ["with the file in another field", [["photo", aFile("a.bin")]], INVALID],
  ["with the file's content as text", [["file", "content"]], INVALID],
  ["with two files", [file, ["file", aFile("b.bin")]], INVALID],
  ["with two large files", [large, large], INVALID],
  ["with a second file in another field", [large, ["photo", aFile("b.bin")]], INVALID],
  ["with its folder behind the file", [file, ["parentId", "root"]], INVALID],
  ["with its folder behind a large file", [large, nowhere], INVALID],
  ["with two folders", [["parentId", "root"], nowhere, file], INVALID],
  ["with an unknown field", [["ownerId", "me"], file], INVALID],
  ["with a prototype", [["__proto__", "me"], file], INVALID],
  ["with a field too long", [["parentId", "a".repeat(5000)], file], INVALID],
  ["with another way out of a taken name", [["onConflict", "replace"], file], INVALID],
  ["with a folder that is not there", [nowhere, large], NOT_FOUND],
  ["with a name that names nothing", [["file", aFile("..")]], INVALID],
])("refuses a form %s, and gives its room back", async (_, fields, wanted) => {
  expectProblem(await changesNothing(ada, () => sendForm(fields)), wanted);
});

it("refuses a form without its length, and one without a boundary", async () => {
  const headers = { authorization: ada.authorization, "content-type": "multipart/form-data" };
  const stream = new Blob(["--x"]).stream();
  const streamed = { ...headers, "content-type": "multipart/form-data; boundary=x" };
  const url = `${base}/api/upload`;
  const unmeasured = () => exchange(url, { method: "POST", body: stream, headers: streamed, duplex: "half" });
  expectProblem(await changesNothing(ada, unmeasured), INVALID);
  expectProblem(await changesNothing(ada, () => exchange(url, { method: "POST", body: "--x", headers })), INVALID);
});

const sums = async () => (await ada.call("GET", "/api/usage")).body;

/** Begins a form of 40 MiB and sends the first 20. */
function beginForm(before = ""): ClientRequest {
  const length = 40 * MIB;
  const type = "multipart/form-data; boundary=x";
  const headers = { authorization: ada.authorization, "content-type": type, "content-length": length };
  const sent = request(`${base}/api/upload`, { method: "POST", headers });
  sent.on("error", () => undefined);
  sent.write(`${before}--x\r\n`);
  sent.write('content-disposition: form-data; name="file"; filename="cut.bin"\r\n\r\n');
  sent.write(Buffer.alloc(20 * MIB));
  return sent;
}

it("shows nothing of a form that was cut off, and gives its room back", async () => {
  const before = await sums();
  const sent = beginForm();
  await expect.poll(async () => (await sums()).reservedBytes, { timeout: 20_000 }).toBe(40 * MIB);
  sent.destroy();
  await expect.poll(sums, { timeout: 20_000 }).toEqual(before);
  expect((await ada.call("GET", "/api/files")).body.items).toEqual([]);
  expect((await ada.call("GET", "/api/uploads")).body.items).toEqual([]);
});

it("refuses a form that ends before its file does", async () => {
  const headers = { authorization: ada.authorization, "content-type": "multipart/form-data; boundary=x" };
  const body = '--x\r\ncontent-disposition: form-data; name="file"; filename="c"\r\n\r\nabc';
  const half = () => exchange(`${base}/api/upload`, { method: "POST", body, headers });
  expectProblem(await changesNothing(ada, half), INVALID);
});

it("goes on when a form that was refused is cut off afterwards", async () => {
  const sent = beginForm('--x\r\ncontent-disposition: form-data; name="ownerId"\r\n\r\nme\r\n');
  const [answer] = await once(sent, "response");
  expect(answer.statusCode).toBe(400);
  sent.destroy();
  await once(sent, "close");
  expect((await sendForm([file])).status).toBe(201);
});
