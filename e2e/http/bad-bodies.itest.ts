import { beforeAll, expect, inject, it } from "vitest";
import { aPerson, exchange, type Person, send } from "@/e2e/support/http-client";
import { operationsOf, requestOf } from "@/e2e/support/operations";
import { changesNothing, expectProblem, INVALID } from "@/e2e/support/problems";

const base = inject("baseUrl");
const calls = operationsOf((await send("GET", `${base}/api/openapi.json`)).body).filter(({ hasBody }) => hasBody);

const JSON_TYPE = "application/json";
const TOO_LARGE = { status: 413, code: "too_large" };
const WRONG_TYPE = { status: 415, code: "unsupported_media_type" };
const bad = [
  { title: "half of a JSON", body: '{"name":', type: JSON_TYPE, wanted: INVALID },
  { title: "JSON with a comment", body: "{} // yes", type: JSON_TYPE, wanted: INVALID },
  { title: "a list", body: "[]", type: JSON_TYPE, wanted: INVALID },
  { title: "null", body: "null", type: JSON_TYPE, wanted: INVALID },
  { title: "a text", body: '"name"', type: JSON_TYPE, wanted: INVALID },
  { title: "a number", body: "1", type: JSON_TYPE, wanted: INVALID },
  { title: "an unknown field", body: '{"ownerId":"me"}', type: JSON_TYPE, wanted: INVALID },
  { title: "a prototype", body: '{"__proto__":{"role":"owner"}}', type: JSON_TYPE, wanted: INVALID },
  { title: "a key twice", body: '{"name":"a","name":"b"}', type: JSON_TYPE, wanted: INVALID },
  { title: "a key twice, once escaped", body: '{"name":"a","n\\u0061me":"b"}', type: JSON_TYPE, wanted: INVALID },
  { title: "21 levels", body: `${"[".repeat(21)}${"]".repeat(21)}`, type: JSON_TYPE, wanted: INVALID },
  { title: "half a million levels", body: "[".repeat(500_000), type: JSON_TYPE, wanted: INVALID },
  { title: "bytes that are no text", body: new Uint8Array([123, 255, 125]), type: JSON_TYPE, wanted: INVALID },
  { title: "over 1 MB", body: JSON.stringify({ name: "a".repeat(1_000_000) }), type: JSON_TYPE, wanted: TOO_LARGE },
  { title: "plain text", body: "{}", type: "text/plain", wanted: WRONG_TYPE },
  { title: "a web form", body: "name=a", type: "application/x-www-form-urlencoded", wanted: WRONG_TYPE },
];
const table = calls.flatMap((call) => bad.map((each) => ({ name: call.name, call, ...each })));

let ada: Person;
beforeAll(async () => {
  ada = await aPerson(base);
});

/** Sends a body to a call of the contract; the ids in its address are of the right shape and name nothing. */
function sendTo(call: (typeof calls)[number], body: string | Uint8Array<ArrayBuffer>, type: string) {
  const ids = Object.fromEntries(call.slots.map(({ name }) => [name, "nobody-knows-this-id"]));
  const headers = { "content-type": type, authorization: ada.authorization };
  return exchange(base + requestOf(call, ids, {}).path, { method: call.method, body, headers });
}

it.each(table)("$name refuses $title and changes nothing (SECURITY 10, 17)", async ({ call, body, type, wanted }) => {
  expectProblem(await changesNothing(ada, () => sendTo(call, body, type)), wanted);
});

it("refuses a folder without a body, and says what is missing", async () => {
  const empty = await changesNothing(ada, () => ada.call("POST", "/api/folders"));
  expectProblem(empty, INVALID);
  expect(empty.body.errors).toEqual([
    { path: "parentId", message: "This is missing. Give it." },
    { path: "name", message: "Give it a name." },
  ]);
});

it.each([
  ["7 characters", "1234567"],
  ["129 characters", "a".repeat(129)],
  ["a space in it", "twelve letters"],
  ["a letter beyond ASCII", "schl\u00fcssel"],
])("refuses an Idempotency-Key with %s and changes nothing", async (_, key) => {
  const folder = { parentId: "root", name: "once" };
  const make = () => ada.call("POST", "/api/folders", folder, { "idempotency-key": key });
  expectProblem(await changesNothing(ada, make), INVALID);
});

it("takes a body of 20 levels for what it says, not for its depth", async () => {
  const { body } = await ada.call("POST", "/api/folders", JSON.parse(`${"[".repeat(20)}${"]".repeat(20)}`));
  expect(body.detail).not.toContain("deep");
});

it("refuses a body over 1 MB while it still comes, whatever length was announced (SECURITY 17)", async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull: (controller) => {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(32));
    },
  });
  const headers = { "content-type": JSON_TYPE, authorization: ada.authorization };
  const answer = await exchange(`${base}/api/folders`, { method: "POST", body: endless, headers, duplex: "half" });
  expectProblem(answer, TOO_LARGE);
  expect(sent).toBeLessThan(20_000_000);
});
