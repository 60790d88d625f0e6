import { beforeAll, expect, it } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { aStoredFile } from "@/e2e/support/files";
import { fsck, useOwnTable } from "@/e2e/support/own-table";
import { seedEntries } from "@/e2e/support/seed";
import type { User } from "@/lib/auth/session";
import { createFolder } from "./entries";
import { patchEntry } from "./relocate";
import { Search } from "./schema";
import { search } from "./search";
import { purgeEntry, restoreEntry, trashEntry } from "./trash";

beforeAll(useOwnTable);

const namesOf = async (user: User, query: Record<string, unknown>): Promise<string[]> => {
  const { items } = await search(user, Search.parse(query));
  return items.map(({ name }) => name);
};

it("finds a name by the beginnings of its words, whatever their order, case and accents", async () => {
  const ada = await aUser();
  await createFolder(ada, { parentId: "root", name: "Été à Paris" });
  await aStoredFile(ada, "Rapport ÉTÉ 2024.txt", new Uint8Array(3));
  expect(await namesOf(ada, { q: "paris ete" })).toEqual(["Été à Paris"]);
  expect((await namesOf(ada, { q: "ETE" })).sort()).toEqual(["Rapport ÉTÉ 2024.txt", "Été à Paris"]);
  expect(await namesOf(ada, { q: "2024 rap txt" })).toEqual(["Rapport ÉTÉ 2024.txt"]);
  expect(await namesOf(ada, { q: "aris" })).toEqual([]);
});

it("tells a name once, though two of its words match", async () => {
  const ada = await aUser();
  await createFolder(ada, { parentId: "root", name: "report of reports" });
  expect(await namesOf(ada, { q: "rep" })).toEqual(["report of reports"]);
});

it("follows a rename, the trash and what comes back from it, and keeps no word of what is purged", async () => {
  const ada = await aUser();
  const { id } = await createFolder(ada, { parentId: "root", name: "Tulips" });
  await patchEntry(ada, { entryId: id, name: "Roses" });
  expect(await namesOf(ada, { q: "tulips" })).toEqual([]);
  await trashEntry(ada, id);
  expect(await namesOf(ada, { q: "roses" })).toEqual([]);
  await createFolder(ada, { parentId: "root", name: "roses" });
  await restoreEntry(ada, id);
  expect((await namesOf(ada, { q: "roses" })).sort()).toEqual(["Roses (1)", "roses"]);
  await trashEntry(ada, id);
  await purgeEntry(ada, id);
  expect(await fsck()).toMatch(/ 0 faults\n$/);
});

it("leaves out what is below a folder in the trash, and keeps to the folder that was asked for", async () => {
  const ada = await aUser();
  const garden = await createFolder(ada, { parentId: "root", name: "Garden" });
  const beds = await createFolder(ada, { parentId: garden.id, name: "Beds" });
  await createFolder(ada, { parentId: beds.id, name: "Tulip bed" });
  await createFolder(ada, { parentId: "root", name: "Tulip shop" });
  expect(await namesOf(ada, { q: "tulip", in: garden.id })).toEqual(["Tulip bed"]);
  await trashEntry(ada, garden.id);
  expect(await namesOf(ada, { q: "tulip" })).toEqual(["Tulip shop"]);
  await expect(search(ada, Search.parse({ q: "tulip", in: garden.id }))).rejects.toMatchObject({ code: "not_found" });
});

it("chooses by kind, type, size and time", async () => {
  const ada = await aUser();
  await createFolder(ada, { parentId: "root", name: "plan" });
  await aStoredFile(ada, "plan.txt", new Uint8Array(10));
  await aStoredFile(ada, "plan.bin", new Uint8Array(2000));
  expect(await namesOf(ada, { q: "plan", kind: "folder" })).toEqual(["plan"]);
  expect(await namesOf(ada, { q: "plan", minSize: 100 })).toEqual(["plan.bin"]);
  expect(await namesOf(ada, { q: "plan", maxSize: 100 })).toEqual(["plan.txt"]);
  expect(await namesOf(ada, { q: "plan", kind: "file", modifiedBefore: "2020-01-01T00:00:00.000Z" })).toEqual([]);
  expect(await namesOf(ada, { q: "plan", modifiedAfter: "2020-01-01T00:00:00.000Z" })).toHaveLength(3);
});

it("shows nobody what is somebody else's", async () => {
  const [ada, eve] = [await aUser(), await aUser()];
  await createFolder(ada, { parentId: "root", name: "private plan" });
  expect(await namesOf(eve, { q: "private" })).toEqual([]);
});

it("asks for a letter or a digit", async () => {
  await expect(namesOf(await aUser(), { q: "…" })).rejects.toMatchObject({ code: "validation_failed" });
});

it("finds the rare word among many, and walks through many without repeating or skipping one", async () => {
  const ada = await aUser();
  const names = Array.from({ length: 700 }, (_, index) => `photo ${index}.jpg`);
  await seedEntries(ada.id, [
    ...names.map((name) => ({ kind: "file" as const, name })),
    { kind: "file", name: "photo zebra.jpg" },
  ]);
  expect(await namesOf(ada, { q: "photo zeb" })).toEqual(["photo zebra.jpg"]);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await search(ada, Search.parse({ q: "pho jpg", limit: 90, cursor }));
    seen.push(...page.items.map(({ name }) => name));
    expect(page.items.length).toBeLessThanOrEqual(90);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen.toSorted()).toEqual([...names, "photo zebra.jpg"].toSorted());
});
