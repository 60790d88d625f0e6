import { beforeAll, expect, it } from "vitest";
import { aUser, manyTimes, settle } from "@/e2e/support/builders";
import { anArrivedUpload, aStoredFile } from "@/e2e/support/files";
import { expectSoundTable, useOwnTable } from "@/e2e/support/own-table";
import { createFolder, listFolder } from "@/lib/entries/entries";
import { patchEntry } from "@/lib/entries/relocate";
import { listTrash, purgeEntry, restoreEntry, trashEntry } from "@/lib/entries/trash";
import { completeUpload } from "@/lib/uploads/complete";

const RACERS = 8;
const query = { parent: "root", sort: "name", order: "asc", limit: 100 } as const;
const bytes = new Uint8Array([1, 2, 3]);
const allBut = (count: number, code: string) => ({ won: RACERS - count, codes: Array(count).fill(code) });

beforeAll(useOwnTable);

it("gives a name to one of many, file or folder (SECURITY 28)", { repeats: 49 }, async () => {
  const ada = await aUser();
  const upload = await anArrivedUpload(ada, "One", bytes);
  const folders = manyTimes(RACERS - 1, () => createFolder(ada, { parentId: "root", name: "ONE" }));
  const outcome = await settle([completeUpload(ada, upload.id, {}), ...folders]);
  expect(outcome).toEqual(allBut(RACERS - 1, "name_taken"));
  expect((await listFolder(ada, query)).items).toHaveLength(1);
});

it("lets one of two crossing moves win (SECURITY 28)", { repeats: 49 }, async () => {
  const ada = await aUser();
  const [a, b] = await Promise.all(["A", "B"].map((name) => createFolder(ada, { parentId: "root", name })));
  const outcome = await settle([
    patchEntry(ada, { entryId: a?.id ?? "", parentId: b?.id ?? "" }),
    patchEntry(ada, { entryId: b?.id ?? "", parentId: a?.id ?? "" }),
  ]);
  expect(outcome).toEqual({ won: 1, codes: ["cycle"] });
});

it("makes no cycle of a ring of moves, each below the next (SECURITY 28)", { repeats: 49 }, async () => {
  const ada = await aUser();
  const ring = await Promise.all(manyTimes(RACERS, (at) => createFolder(ada, { parentId: "root", name: `${at}` })));
  const below = (at: number) => ring[(at + 1) % RACERS]?.id ?? "";
  const moves = ring.map(({ id }, at) => patchEntry(ada, { entryId: id, parentId: below(at) }));
  expect(await settle(moves)).toEqual(allBut(1, "cycle"));
  expect((await listFolder(ada, query)).items).toHaveLength(1);
});

it("restores or purges, never both (SECURITY 28)", { repeats: 49 }, async () => {
  const ada = await aUser();
  const torn = await createFolder(ada, { parentId: "root", name: "Torn" });
  await aStoredFile(ada, "page.txt", bytes, { parentId: torn.id });
  await trashEntry(ada, torn.id);
  const restores = manyTimes(RACERS / 2, () => restoreEntry(ada, torn.id));
  const purges = manyTimes(RACERS / 2, () => purgeEntry(ada, torn.id));
  const [restored, outcome] = await Promise.all([settle(restores), settle([...restores, ...purges])]);
  expect(outcome).toEqual(allBut(RACERS - 1, "not_found"));
  expect((await listFolder(ada, query)).items).toHaveLength(restored.won);
  expect((await listTrash(ada, { limit: 1 })).items).toEqual([]);
});

it("leaves nothing for fsck to find after these races (SECURITY 28)", expectSoundTable);
