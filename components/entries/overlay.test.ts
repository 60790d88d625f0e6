import { expect, it } from "vitest";
import type { Entry } from "@/lib/entries/schema";
import { afterRefresh, applied, NO_CHANGES, settled, withChanges, withoutChanges } from "./overlay";

const aFile = (id: string, name = id): Entry => ({
  id,
  kind: "file",
  name,
  parentId: "root",
  size: 1,
  type: "text/plain",
  checksum: null,
  versionId: "v",
  createdAt: "2026-01-31T08:00:00.000Z",
  modifiedAt: "2026-01-31T08:00:00.000Z",
  trashedAt: null,
  starred: false,
  ownerId: "ada",
  role: "owner",
  etag: "e",
});
const list = [aFile("a"), aFile("b"), aFile("c")];
const names = (items: Entry[]) => items.map((item) => item.name).join(" ");

it("shows what was done at once, and takes back what was refused", () => {
  const gone = withChanges(NO_CHANGES, ["a", "b"], { isGone: true });
  expect(names(applied(list, gone))).toBe("c");
  expect(names(applied(list, withoutChanges(gone, ["a"])))).toBe("a c");
});

it("holds a change until the list that has it, and no longer", () => {
  const renamed = withChanges(NO_CHANGES, ["b"], { patch: { name: "plan" } });
  expect(names(applied(list, afterRefresh(renamed)))).toBe("a plan c");
  expect(afterRefresh(settled(renamed, ["b"])).size).toBe(0);
});
