import { beforeAll, expect, it } from "vitest";
import type { AppCopy } from "@/e2e/support/app-copy";
import { logInByPage } from "@/e2e/support/browser";
import { startEnginesForCopies } from "@/e2e/support/copies";
import { aFileOf, aPerson, PASSWORD, type Person, send } from "@/e2e/support/http-client";
import { aLink } from "@/e2e/support/links";

const start = await startEnginesForCopies();
let copy: AppCopy;
let ada: Person;
beforeAll(async () => {
  copy = await start();
  ada = await aPerson(copy.url);
});

/** The line of one request, found by the id that its answer carries. */
async function lineOf({ headers }: { headers: Headers }) {
  const requestId = headers.get("x-request-id");
  const lines = async () => (await copy.events()).filter((event) => event.requestId === requestId);
  await expect.poll(lines).toHaveLength(1);
  return (await lines())[0];
}

it("has one line for a call: its id, whose it was, route, status and time, and no query (SECURITY 32)", async () => {
  const answer = await ada.call("GET", "/api/files?limit=7&sort=name");
  expect(await lineOf(answer)).toEqual({
    ...{ level: "info", time: expect.any(String), event: "request", requestId: expect.any(String) },
    ...{ userId: ada.id, method: "GET", route: "/api/files", status: 200, ms: expect.any(Number) },
  });
});

it("has one for a page, known or not, whose viewer it names (SECURITY 32)", async () => {
  const cookie = await logInByPage(copy.url, ada);
  const drive = await send("GET", `${copy.url}/drive?view=secret-view`, undefined, { cookie, accept: "text/html" });
  expect(await lineOf(drive)).toMatchObject({ userId: ada.id, route: "/drive", status: 200 });
  const nowhere = await send("GET", `${copy.url}/no/such/page`, undefined, { accept: "text/html" });
  expect(await lineOf(nowhere)).toMatchObject({ route: "other", status: 404 });
});

it("has one for what the transport refuses, under the id that the problem tells (SECURITY 32)", async () => {
  const answer = await send("DELETE", `${copy.url}/api/usage`);
  expect(answer.body.requestId).toBe(answer.headers.get("x-request-id"));
  expect(await lineOf(answer)).toMatchObject({ method: "DELETE", route: "/api/usage", status: 405 });
});

it("takes no request's own word for its id", async () => {
  const answer = await send("GET", `${copy.url}/api/files/nope`, undefined, { "x-request-id": "forged" });
  expect(answer.headers.get("x-request-id")).not.toBe("forged");
  expect(answer.body.requestId).toBe(answer.headers.get("x-request-id"));
});

it("tells no secret of anybody: password, token, cookie, link, signed address, name or query (SECURITY 32)", async () => {
  const cookie = await logInByPage(copy.url, ada);
  const file = await aFileOf(ada, "a private name.txt", "content");
  const link = await aLink(ada, file.id);
  const opened = await send("GET", `${copy.url}/s/${link}?secret=query`, undefined, { accept: "text/html", cookie });
  const signed = await send("GET", `${copy.url}/s/${link}/download`);
  await ada.call("GET", "/api/search?q=private");
  await Promise.all([opened, signed].map(lineOf));
  const said = JSON.stringify(await copy.events());
  const signature = new URL(signed.headers.get("location") ?? "").searchParams.get("X-Amz-Signature") ?? "none";
  const session = /session-token=([^;]+)/.exec(cookie)?.[1] ?? "none";
  const secrets = [PASSWORD, ada.token, ada.email, session, signature, link, file.id, "private", "secret", "?"];
  expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
});

it("is as quiet as LOG_LEVEL asks, and tells what watchers ask only to who asks for all", async () => {
  const [quiet, chatty] = await Promise.all([start({ LOG_LEVEL: "warn" }), start({ LOG_LEVEL: "debug" })]);
  await Promise.all([quiet, chatty].map(({ url }) => send("GET", `${url}/api/files`)));
  await expect.poll(chatty.events).toContainEqual(expect.objectContaining({ route: "/api/files", status: 401 }));
  expect(await chatty.events()).toContainEqual(expect.objectContaining({ level: "debug", route: "/api/ready" }));
  expect(await quiet.events()).toEqual([]);
  expect((await copy.events()).filter(({ route }) => route === "/api/ready")).toEqual([]);
});
