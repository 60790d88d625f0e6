import { expect, inject, it } from "vitest";
import { aFileOf, aPerson, PASSWORD, type Person, send } from "@/e2e/support/http-client";

const base = inject("baseUrl");
const me = (token: string) => send("GET", `${base}/api/me`, undefined, { authorization: `Bearer ${token}` });
const logIn = (email: string, password: string) => send("POST", `${base}/api/auth/login`, { email, password });
const aToken = (ada: Person, scopes: string[], rest = {}) =>
  ada.call("POST", "/api/tokens", { name: "backup", scopes, ...rest });

it("changes the password, and ends every other session and token, but not this one (SECURITY 4)", async () => {
  const ada = await aPerson(base);
  const other = await logIn(ada.email, PASSWORD);
  const { body: token } = await aToken(ada, ["read"]);
  const change = { currentPassword: PASSWORD, newPassword: "tulips in the rain" };
  const changed = await ada.call("POST", "/api/auth/password", change);
  expect(changed.status).toBe(204);
  expect((await me(ada.token)).status).toBe(200);
  expect((await me(other.body.token)).status).toBe(401);
  expect((await me(token.secret)).status).toBe(401);
  expect((await ada.call("GET", "/api/tokens")).body.items).toEqual([]);
  expect((await logIn(ada.email, PASSWORD)).status).toBe(401);
  expect((await logIn(ada.email, change.newPassword)).status).toBe(200);
});

it("refuses a password change with a wrong current one or a bad new one, and changes nothing", async () => {
  const ada = await aPerson(base);
  const wrong = { currentPassword: "not this one", newPassword: "tulips in the rain" };
  const refused = await ada.call("POST", "/api/auth/password", wrong);
  expect(refused).toMatchObject({ status: 401, body: { code: "invalid_credentials" } });
  const short = await ada.call("POST", "/api/auth/password", { currentPassword: PASSWORD, newPassword: "short" });
  expect(short).toMatchObject({ status: 400, body: { errors: [{ path: "newPassword" }] } });
  expect((await logIn(ada.email, PASSWORD)).status).toBe(200);
});

it("changes the account's name", async () => {
  const ada = await aPerson(base);
  const { status, body } = await ada.call("PATCH", "/api/me", { name: "  Ada Lovelace " });
  expect({ status, name: body.name }).toEqual({ status: 200, name: "Ada Lovelace" });
  expect((await me(ada.token)).body.name).toBe("Ada Lovelace");
  expect((await ada.call("PATCH", "/api/me", { name: " " })).status).toBe(400);
});

it("tells a token's secret once, and lets it do what its scopes say until it is revoked", async () => {
  const ada = await aPerson(base);
  const made = await aToken(ada, ["read"]);
  expect(made).toMatchObject({ status: 201, body: { name: "backup", scopes: ["read"], expiresAt: null } });
  const authorization = `Bearer ${made.body.secret}`;
  expect((await send("GET", `${base}/api/files`, undefined, { authorization })).status).toBe(200);
  const writing = await send("POST", `${base}/api/folders`, { parentId: "root", name: "x" }, { authorization });
  expect(writing).toMatchObject({ status: 403, body: { code: "forbidden" } });
  const listed = (await ada.call("GET", "/api/tokens")).body.items;
  expect(listed).toMatchObject([{ id: made.body.id, name: "backup", lastUsedAt: expect.any(String) }]);
  expect(JSON.stringify(listed)).not.toContain(made.body.secret.split(".")[1]);
  expect((await ada.call("DELETE", `/api/tokens/${made.body.id}`)).status).toBe(204);
  expect((await me(made.body.secret)).status).toBe(401);
  expect((await ada.call("DELETE", `/api/tokens/${made.body.id}`)).status).toBe(404);
});

it("makes no token with a token, and none that has ended already", async () => {
  const ada = await aPerson(base);
  const { body } = await aToken(ada, ["read", "write"]);
  const more = await send(
    "POST",
    `${base}/api/tokens`,
    { name: "more", scopes: ["read"] },
    {
      authorization: `Bearer ${body.secret}`,
    },
  );
  expect(more).toMatchObject({ status: 403, body: { code: "forbidden" } });
  expect((await aToken(ada, ["write"])).status).toBe(400);
  expect((await aToken(ada, ["read"], { expiresAt: "2020-01-01T00:00:00.000Z" })).status).toBe(400);
});

it("deletes an account with all it holds: sessions, address, links and files", async () => {
  const ada = await aPerson(base);
  const file = await aFileOf(ada, "plan.txt", "plan");
  const { body: share } = await ada.call("POST", `/api/files/${file.id}/shares`, {});
  await ada.call("POST", "/api/upload", { parentId: "root", name: "open.bin", size: 5 });
  const wrong = await ada.call("DELETE", "/api/me", { password: "not this one" });
  expect(wrong).toMatchObject({ status: 401, body: { code: "invalid_credentials" } });
  expect((await ada.call("DELETE", "/api/me", { password: PASSWORD })).status).toBe(204);
  expect((await me(ada.token)).status).toBe(401);
  expect((await logIn(ada.email, PASSWORD)).status).toBe(401);
  expect((await send("GET", `${base}/s/${share.id}/download`)).status).toBe(404);
  const again = await send("POST", `${base}/api/auth/register`, { email: ada.email, password: PASSWORD });
  expect(again.status).toBe(201);
  const { body } = await logIn(ada.email, PASSWORD);
  const authorization = `Bearer ${body.token}`;
  expect((await send("GET", `${base}/api/files`, undefined, { authorization })).body.items).toEqual([]);
});

it("tells what was done with an entry, by whom and when, newest first", async () => {
  const ada = await aPerson(base);
  const { id } = (await ada.call("POST", "/api/folders", { parentId: "root", name: "Plans" })).body;
  await ada.call("PATCH", `/api/files/${id}`, { name: "Old plans" });
  await aFileOf(ada, "plan.txt", "plan");
  const { status, body } = await ada.call("GET", `/api/activity?entry=${id}`);
  expect(status).toBe(200);
  expect(body.items).toMatchObject([
    { action: "entry.renamed", entryId: id, by: { id: ada.id } },
    { action: "entry.created", entryId: id, by: { id: ada.id } },
  ]);
  expect((await ada.call("GET", "/api/activity?limit=1")).body.items).toMatchObject([{ action: "entry.uploaded" }]);
});
