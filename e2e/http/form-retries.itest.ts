import { beforeEach, expect, inject, it } from "vitest";
import { aPerson, type Person } from "@/e2e/support/http-client";

const base = inject("baseUrl");
const KEY = "the-same-deed-1";

let ada: Person;
beforeEach(async () => {
  ada = await aPerson(base);
});

async function sendForm(content: string, headers: Record<string, string> = { "idempotency-key": KEY }) {
  const form = new FormData();
  form.set("onConflict", "rename");
  form.set("file", new Blob([content]), "plan.txt");
  const all = { authorization: `Bearer ${ada.token}`, ...headers };
  const answer = await fetch(`${base}/api/upload`, { method: "POST", body: form, headers: all });
  return { status: answer.status, body: await answer.json() };
}

async function expectOneFile(): Promise<void> {
  const { items } = (await ada.call("GET", "/api/files")).body;
  expect(items.map((entry: { name: string }) => entry.name)).toEqual(["plan.txt"]);
  expect((await ada.call("GET", "/api/usage")).body).toMatchObject({ usedBytes: 8, reservedBytes: 0, files: 1 });
}

it("gives the first answer again to a form that is sent again under its key", async () => {
  const first = await sendForm("the plan");
  expect(first.status).toBe(201);
  expect(await sendForm("the plan")).toEqual(first);
  await expectOneFile();
});

it("refuses another file under the same key, and keeps nothing of it", async () => {
  await sendForm("the plan");
  expect(await sendForm("another!")).toMatchObject({ status: 409, body: { code: "idempotency_conflict" } });
  await expectOneFile();
});

it("makes one file of forms that are sent at once under one key", async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => sendForm("the plan")));
  const codes = new Set(answers.map(({ status, body }) => body.code ?? status));
  expect(codes.has(201)).toBe(true);
  expect([...codes].every((code) => code === 201 || code === "conflict")).toBe(true);
  await expectOneFile();
});

it("makes a file of each form without a key", async () => {
  await sendForm("the plan", {});
  expect((await sendForm("the plan", {})).body.name).toBe("plan (1).txt");
});
