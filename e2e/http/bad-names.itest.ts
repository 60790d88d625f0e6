import { beforeAll, expect, inject, it } from "vitest";
import { aPerson, type Person } from "@/e2e/support/http-client";
import { changesNothing, expectProblem, INVALID } from "@/e2e/support/problems";

const base = inject("baseUrl");

const forbidden = [
  ["a slash", "a/b"],
  ["a back slash", "a\\b"],
  ["NUL", "a\0b"],
  ["a line end", "a\nb"],
  ["an escape", "a\u001bb"],
  ["a C1 control", "a\u0085b"],
  ["a right-to-left override", "invoice\u202egnp.exe"],
  ["an isolate", "a\u2066b"],
  ["a right-to-left mark", "a\u200fb"],
  ["one dot", "."],
  ["two dots", ".."],
  ["three dots", "..."],
  ["nothing", ""],
  ["spaces alone", "   "],
  ["256 bytes", "é".repeat(128)],
  ["256 bytes after NFC", "\u0344".repeat(64)],
  ["half of a character", "\ud83d"],
  ["a megabyte", "a".repeat(990_000)],
];

const kept = [
  ["a space at the end", "report ", "report"],
  ["dots at the end", "report..", "report"],
  ["dots and spaces at the end", "report. .", "report"],
  ["a space before it", " report", "report"],
  ["letters and marks apart", "Cafe\u0301", "Café"],
  ["255 bytes", `${"é".repeat(127)}a`, `${"é".repeat(127)}a`],
  ["a dot before it", ".config", ".config"],
];

let ada: Person;
let folder: { id: string };
beforeAll(async () => {
  ada = await aPerson(base);
  folder = (await ada.call("POST", "/api/folders", { parentId: "root", name: "there" })).body;
});

it.each(forbidden)("refuses a name with %s (SECURITY 23)", async (_, name) => {
  expectProblem(await changesNothing(ada, () => ada.call("POST", "/api/folders", { parentId: "root", name })), INVALID);
  expectProblem(await changesNothing(ada, () => ada.call("PATCH", `/api/files/${folder.id}`, { name })), INVALID);
  const upload = { parentId: "root", name, size: 1 };
  expectProblem(await changesNothing(ada, () => ada.call("POST", "/api/upload", upload)), INVALID);
});

it.each(kept)("keeps a name with %s as its answer says", async (_, name, wanted) => {
  const bob = await aPerson(base);
  const { status, body } = await bob.call("POST", "/api/folders", { parentId: "root", name });
  expect({ status, name: body.name }).toEqual({ status: 201, name: wanted });
  const { items } = (await bob.call("GET", "/api/files")).body;
  expect(items.map((entry: { name: string }) => entry.name)).toEqual([wanted]);
});
