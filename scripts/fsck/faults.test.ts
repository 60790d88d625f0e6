import { expect, it } from "vitest";
import { findFaults } from "./faults";

type Item = Record<string, unknown>;

const user = { pk: "USER#ada", sk: "USER#ada", type: "USER", id: "ada", email: "ada@example.com" };
const lock = { pk: "EMAIL#ada@example.com", sk: "EMAIL", userId: "ada" };
const sums = {
  pk: "USER#ada",
  sk: "USAGE",
  usedBytes: 3,
  reservedBytes: 5,
  freeBytes: 92,
  quotaBytes: 100,
  files: 1,
};
const of = (id: string, parentId: string) => ({ id, parentId, ownerId: "ada", trashedAt: null });
const folder = { pk: "DIR#ada", sk: "0#docs", kind: "folder", name: "Docs", ...of("docs", "ada") };
const folderPointer = { pk: "ENTRY#docs", sk: "ENTRY", kind: "folder", rowSk: "0#docs", ...of("docs", "ada") };
const file = { pk: "DIR#docs", sk: "1#plan", kind: "file", name: "plan", ...of("plan", "docs") };
const filePointer = { pk: "ENTRY#plan", sk: "ENTRY", kind: "file", rowSk: "1#plan", ...of("plan", "docs") };
const version = { pk: "ENTRY#plan", sk: "VERSION#1", size: 3, objectKey: "ada/1" };
const object = { pk: "OBJECT#ada/1", sk: "OBJECT", objectKey: "ada/1", refs: 1 };
const upload = { pk: "UPLOAD#up", sk: "UPLOAD", state: "open", ownerId: "ada", size: 5 };

const docsWord = { pk: "SEARCH#ada", sk: "docs#docs" };
const planWord = { pk: "SEARCH#ada", sk: "plan#plan" };

const sound: Item[] = [
  user,
  lock,
  sums,
  folder,
  folderPointer,
  file,
  filePointer,
  version,
  object,
  upload,
  docsWord,
  planWord,
];
const without = (item: Item): Item[] => sound.filter((each) => each !== item);
const withChanged = (item: Item, change: Item): Item[] => [...without(item), { ...item, ...change }];

it("finds nothing in a sound table", () => {
  expect(findFaults(sound)).toEqual([]);
});

it("leaves a tree alone whose purge is under way", () => {
  const purging = { ...folderPointer, id: "gone", pk: "ENTRY#gone", purging: true };
  expect(findFaults([...sound, purging])).toEqual([]);
});

it.each<[string, Item[]]>([
  ["account ada: its e-mail address is not kept for it", without(lock)],
  ["account ada: no sums", without(sums)],
  ["e-mail of ada: kept for an account that does not have it", without(user)],
  ["row DIR#docs / plan: no pointer", without(filePointer)],
  ["row DIR#docs / plan: its pointer points elsewhere", withChanged(filePointer, { rowSk: "1#other" })],
  ["row plan: its folder docs does not exist", sound.filter((item) => item !== folder && item !== folderPointer)],
  ["entry plan: no row", without(file)],
  ["entry plan: 2 rows", [...sound, { ...file, pk: "DIR#ada" }]],
  ["entry docs: lies within itself", [...withChanged(folderPointer, { parentId: "docs" })]],
  ["account ada: usedBytes is 4, the items say 3", withChanged(sums, { usedBytes: 4 })],
  ["account ada: reservedBytes is 5, the items say 0", without(upload)],
  ["account ada: files is 2, the items say 1", withChanged(sums, { files: 2 })],
  ["account ada: freeBytes is 93, the items say 92", withChanged(sums, { freeBytes: 93 })],
  ["word SEARCH#ada/plan#plan: not kept", without(planWord)],
  ["word SEARCH#ada/old#plan: finds nothing", [...sound, { pk: "SEARCH#ada", sk: "old#plan" }]],
  ["object ada/1: counted 2 times, named 1 times", withChanged(object, { refs: 2 })],
  ["object ada/1: counted 0 times, named 1 times", without(object)],
  ["object ada/1: counted 1 times, named 0 times", without(version)],
])("finds: %s", (fault, items) => {
  expect(findFaults(items)).toContain(fault);
});
