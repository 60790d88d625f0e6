import { beforeAll, expect, inject, it } from "vitest";
import { aPerson, type Person } from "@/e2e/support/http-client";
import { type Seed, seedEntries } from "@/e2e/support/seed";

const FOLDERS = 2_000;
const FILES = 8_000;
const START = Date.UTC(2026, 0, 1);

const seedOf = (kind: Seed["kind"], number: number): Seed => ({
  kind,
  name: kind === "folder" ? `Folder ${number}` : `file${number}.txt`,
  size: (number * 7919) % 100_003,
  modifiedAt: new Date(START + ((number * 104_729) % 1_000_003) * 1000).toISOString(),
});
const all = (kind: Seed["kind"], count: number) => Array.from({ length: count }, (_, index) => seedOf(kind, index + 1));
const folders = all("folder", FOLDERS);
const files = all("file", FILES);

let ada: Person;
beforeAll(async () => {
  ada = await aPerson(inject("baseUrl"));
  await seedEntries(ada.id, [...folders, ...files]);
});

type Item = Required<Seed>;

async function readAll(query: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const { status, body } = await ada.call("GET", `/api/files?${query}${cursor && `&cursor=${cursor}`}`);
    expect(status).toBe(200);
    items.push(...body.items);
    cursor = body.nextCursor;
  }
  return items;
}

const namesOf = (seeds: Seed[]) => seeds.map((seed) => seed.name);

it("pages through 10,000 entries by name without a repeat or a gap: folders first, file2 before file10", async () => {
  const expected = namesOf([...folders, ...files]);
  expect(namesOf(await readAll("limit=100"))).toEqual(expected);
  const reversed = namesOf([...folders.toReversed(), ...files.toReversed()]);
  expect(namesOf(await readAll("limit=999&order=desc"))).toEqual(reversed);
});

it.each([
  { sort: "size", read: (item: Seed) => item.size ?? 0 },
  { sort: "modified", read: (item: Seed) => Date.parse(item.modifiedAt ?? "") },
])("pages through 10,000 entries by $sort without a repeat or a gap, folders first", async ({ sort, read }) => {
  for (const order of ["asc", "desc"]) {
    const items = await readAll(`limit=1000&sort=${sort}&order=${order}`);
    expect(namesOf(items).toSorted()).toEqual(namesOf([...folders, ...files]).toSorted());
    expect(items.slice(0, FOLDERS).every((item) => item.kind === "folder")).toBe(true);
    const values = items.slice(FOLDERS).map(read);
    expect(values).toEqual(values.toSorted((a, b) => (order === "asc" ? a - b : b - a)));
  }
});
