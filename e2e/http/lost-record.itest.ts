import { createHash } from "node:crypto";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { expect, inject, it } from "vitest";
import { aFileOf, aPerson, PASSWORD, type Person, send } from "@/e2e/support/http-client";
import { dynamo, table } from "@/lib/aws/dynamo";
import { keys } from "@/lib/aws/keys";
import { newId } from "@/lib/ids";

const base = inject("baseUrl");

/** Leaves a key's claim as a copy leaves it that died between the deed and its record, a minute ago. */
async function forgetAnswer(scope: string, key: string): Promise<void> {
  const hash = createHash("sha256").update(key).digest("hex");
  const update = new UpdateCommand({
    TableName: table(),
    Key: keys.idempotency(scope, hash),
    UpdateExpression: "REMOVE answer SET leaseUntil = :past",
    ConditionExpression: "attribute_exists(answer)",
    ExpressionAttributeValues: { ":past": 0 },
  });
  await dynamo().send(update);
}

/** Asks for the same thing twice under one key, the record of the first being lost. */
async function askTwice(ada: Person, path: string, body: unknown) {
  const key = newId();
  const ask = () => ada.call("POST", path, body, { "idempotency-key": key });
  const first = await ask();
  await forgetAnswer(ada.id, key);
  return [first, await ask()] as const;
}

const namesOf = async (ada: Person) =>
  (await ada.call("GET", "/api/files")).body.items.map(({ name }: { name: string }) => name);

it.each([{}, { onConflict: "rename" }])("makes one folder of two tries with %o (SECURITY 26)", async (how) => {
  const ada = await aPerson(base);
  const [first, second] = await askTwice(ada, "/api/folders", { parentId: "root", name: "Docs", ...how });
  expect(second).toMatchObject({ status: 201, body: { id: first.body.id, name: "Docs" } });
  expect(await namesOf(ada)).toEqual(["Docs"]);
});

it("answers with the folder as it is now, where it was renamed between two tries (SECURITY 26)", async () => {
  const ada = await aPerson(base);
  const key = newId();
  const ask = () => ada.call("POST", "/api/folders", { parentId: "root", name: "Docs" }, { "idempotency-key": key });
  const { body } = await ask();
  await forgetAnswer(ada.id, key);
  await ada.call("PATCH", `/api/files/${body.id}`, { name: "Papers" });
  expect((await ask()).body).toMatchObject({ id: body.id, name: "Papers" });
  expect(await namesOf(ada)).toEqual(["Papers"]);
});

it("copies a file and a folder once in two tries (SECURITY 26)", async () => {
  const ada = await aPerson(base);
  const file = await aFileOf(ada, "a.txt", "content");
  const { body: folder } = await ada.call("POST", "/api/folders", { parentId: "root", name: "Docs" });
  await aFileOf(ada, "inside.txt", "more", folder.id);
  for (const { id } of [file, folder]) {
    const [first, second] = await askTwice(ada, `/api/files/${id}/copy`, { parentId: "root", onConflict: "rename" });
    expect(second).toMatchObject({ status: 201, body: { id: first.body.id } });
  }
  expect(await namesOf(ada)).toEqual(["Docs", "Docs (1)", "a (1).txt", "a.txt"]);
  expect((await ada.call("GET", "/api/usage")).body).toMatchObject({ usedBytes: 22, files: 4 });
});

it.each([1000, 20 * 1024 ** 2])("opens one upload of %i bytes in two tries (SECURITY 26)", async (size) => {
  const ada = await aPerson(base);
  const [first, second] = await askTwice(ada, "/api/upload", { parentId: "root", name: "a.bin", size });
  expect(second).toMatchObject({ status: 201, body: { id: first.body.id } });
  expect((await ada.call("GET", "/api/uploads")).body.items).toHaveLength(1);
  expect((await ada.call("GET", "/api/usage")).body.reservedBytes).toBe(size);
});

it("makes one link in two tries, and never gives back what was revoked between them (SECURITY 26)", async () => {
  const ada = await aPerson(base);
  const file = await aFileOf(ada, "a.txt", "content");
  const path = `/api/files/${file.id}/shares`;
  const key = newId();
  const ask = () => ada.call("POST", path, {}, { "idempotency-key": key });
  const { body: link } = await ask();
  await forgetAnswer(ada.id, key);
  await ada.call("DELETE", `/api/shares/${link.id}`);
  expect((await ask()).body.id).toBe(link.id);
  expect((await send("GET", `${base}/s/${link.id}`)).status).toBe(410);
});

it("makes one token in two tries, and tells a secret that works (SECURITY 26)", async () => {
  const ada = await aPerson(base);
  const [, second] = await askTwice(ada, "/api/tokens", { name: "laptop", scopes: ["read"] });
  expect((await ada.call("GET", "/api/tokens")).body.items).toHaveLength(1);
  const authorization = `Bearer ${second.body.secret}`;
  expect((await send("GET", `${base}/api/me`, undefined, { authorization })).status).toBe(200);
});

it("restores a version once in two tries (SECURITY 26)", async () => {
  const ada = await aPerson(base);
  const file = await aFileOf(ada, "a.txt", "content");
  const path = `/api/files/${file.id}/versions`;
  const [, second] = await askTwice(ada, `${path}/${file.versionId}/restore`, undefined);
  const { items } = (await ada.call("GET", path)).body;
  expect(items).toHaveLength(2);
  expect(second.body.versionId).toBe(items[0].id);
});

it("registers somebody once in two tries (SECURITY 26)", async () => {
  const key = newId();
  const who = { email: `${newId()}@example.com`.toLowerCase(), password: PASSWORD };
  const ask = () => send("POST", `${base}/api/auth/register`, who, { "idempotency-key": key });
  const first = await ask();
  await forgetAnswer("anyone", key);
  expect(await ask()).toMatchObject({ status: 201, body: { user: { id: first.body.user.id } } });
});
