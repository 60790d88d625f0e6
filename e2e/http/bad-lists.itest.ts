import { beforeAll, expect, inject, it } from "vitest";
import { aPerson, type Person } from "@/e2e/support/http-client";
import { expectProblem, INVALID } from "@/e2e/support/problems";

const base = inject("baseUrl");

let ada: Person;
let eve: Person;
let folderId: string;
let cursor: string;
beforeAll(async () => {
  [ada, eve] = await Promise.all([aPerson(base), aPerson(base)]);
  const made = await ada.call("POST", "/api/folders", { parentId: "root", name: "one" });
  await ada.call("POST", "/api/folders", { parentId: "root", name: "two" });
  await eve.call("POST", "/api/folders", { parentId: "root", name: "three" });
  folderId = made.body.id;
  cursor = (await ada.call("GET", "/api/files?limit=1")).body.nextCursor;
});

const LISTS = ["files", "trash", "uploads", "shares", "starred", "recent"].map((list) => `/api/${list}`);
const QUERIES = [
  ...[
    "limit=0",
    "limit=1001",
    "limit=-1",
    "limit=1.5",
    "limit=abc",
    "limit=",
    "limit=NaN",
    "limit=1e9",
    "limit=5&limit=6",
  ],
  ...["cursor=", "cursor=x", `cursor=${"A".repeat(60)}`, `cursor=${"A".repeat(5000)}`, "cursor=%00", "owner=me"],
];
const table = LISTS.flatMap((list) => QUERIES.map((query) => ({ list, title: query.slice(0, 30), query })));

it.each(table)("$list refuses ?$title", async ({ list, query }) => {
  expectProblem(await ada.call("GET", `${list}?${query}`), INVALID);
});

it.each(["sort=owner", "order=up", "parent=..%2f", "parent=", `parent=${"a".repeat(65)}`, "parent=root&parent=root"])(
  "/api/files refuses ?%s",
  async (query) => {
    expectProblem(await ada.call("GET", `/api/files?${query}`), INVALID);
  },
);

it("takes a cursor where it came from, and nowhere else", async () => {
  const page = await ada.call("GET", `/api/files?limit=1&cursor=${cursor}`);
  expect(page.body.items.map((entry: { name: string }) => entry.name)).toEqual(["two"]);
  const elsewhere = [`/api/files?parent=${folderId}&`, "/api/trash?", "/api/recent?", "/api/starred?", "/api/shares?"];
  const answers = await Promise.all(elsewhere.map((list) => ada.call("GET", `${list}cursor=${cursor}`)));
  answers.map((answer) => expectProblem(answer, INVALID));
  expectProblem(await eve.call("GET", `/api/files?cursor=${cursor}`), INVALID);
});

it("refuses a cursor that somebody wrote into", async () => {
  const other = (letter: string | undefined) => (letter === "A" ? "B" : "A");
  const forged = [0, 20, 50].map((at) => cursor.slice(0, at) + other(cursor[at]) + cursor.slice(at + 1));
  const garbled = [...forged, cursor.slice(0, -4), `${cursor}AAAA`, cursor.slice(43)];
  const answers = await Promise.all(garbled.map((each) => ada.call("GET", `/api/files?cursor=${each}`)));
  answers.map((answer) => expectProblem(answer, INVALID));
});
