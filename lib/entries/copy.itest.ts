import { beforeAll, expect, it } from "vitest";
import { aUser, manyTimes } from "@/e2e/support/builders";
import { startFaultyEngines } from "@/e2e/support/faulty-engines";
import { aStoredFile } from "@/e2e/support/files";
import { expectSoundTable, finishJobs, useOwnTable } from "@/e2e/support/own-table";
import { usageOf } from "@/e2e/support/usage";
import { contentUrl } from "@/lib/entries/content";
import { copyEntry } from "@/lib/entries/copy";
import { createFolder, listFolder } from "@/lib/entries/entries";
import { emptyTrash } from "@/lib/entries/purge";
import { patchEntry } from "@/lib/entries/relocate";
import { trashEntry } from "@/lib/entries/trash";
import { runJobs } from "@/lib/service/worker";

const { database } = await startFaultyEngines();
beforeAll(useOwnTable);

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);
const bytes = new Uint8Array([7, 7, 7]);
const namesIn = async (user: Parameters<typeof listFolder>[0], parent: string) =>
  (await listFolder(user, { parent, sort: "name", order: "asc", limit: 1000 })).items.map((entry) => entry.name);

/** A folder with a folder and so many files in it. */
async function aTree(files: number, quotaBytes = 10_000) {
  const ada = await aUser({ quotaBytes });
  const outer = await createFolder(ada, { parentId: "root", name: "Outer" });
  const inner = await createFolder(ada, { parentId: outer.id, name: "Inner" });
  const file = await aStoredFile(ada, "0.bin", bytes, { parentId: inner.id });
  await Promise.all(
    manyTimes(files - 1, (at) => copyEntry(ada, file.id, { parentId: inner.id, name: `${at + 1}.bin` })),
  );
  return { ada, outer, inner, file };
}

it("copies a file as a new one with the same content, which outlives the old one", async () => {
  const ada = await aUser();
  const file = await aStoredFile(ada, "a.bin", bytes);
  const copy = await copyEntry(ada, file.id, { parentId: "root", onConflict: "rename" });
  expect(copy).toMatchObject({ name: "a (1).bin", size: 3, checksum: file.checksum });
  expect(await usageOf(ada.id)).toMatchObject({ usedBytes: 6, files: 2 });
  await trashEntry(ada, file.id);
  await emptyTrash(ada);
  await finishJobs();
  const content = await fetch(await contentUrl(ada, copy.id, { disposition: "attachment" }));
  expect(new Uint8Array(await content.arrayBuffer())).toEqual(bytes);
});

it("refuses a taken name, a folder inside of itself, and a place that is not the caller's", async () => {
  const { ada, outer, inner, file } = await aTree(1);
  const bob = await aUser();
  await expect(copyEntry(ada, outer.id, { parentId: "root" })).rejects.toMatchObject({ code: "name_taken" });
  await expect(copyEntry(ada, outer.id, { parentId: inner.id })).rejects.toMatchObject({ code: "cycle" });
  await expect(copyEntry(ada, outer.id, { parentId: outer.id })).rejects.toMatchObject({ code: "cycle" });
  await expect(copyEntry(bob, file.id, { parentId: "root" })).rejects.toMatchObject({ code: "not_found" });
  await expect(copyEntry(bob, file.id, { parentId: outer.id })).rejects.toMatchObject({ code: "not_found" });
});

it("copies a folder with all below it, but nothing of the trash", async () => {
  const { ada, outer, inner } = await aTree(3);
  const rubbish = await createFolder(ada, { parentId: inner.id, name: "Rubbish" });
  await trashEntry(ada, rubbish.id);
  const copy = await copyEntry(ada, outer.id, { parentId: "root", name: "Again" });
  const { items } = await listFolder(ada, { parent: copy.id, sort: "name", order: "asc", limit: 10 });
  expect(items.map((entry) => entry.name)).toEqual(["Inner"]);
  expect(await namesIn(ada, items[0]?.id ?? "")).toEqual(["0.bin", "1.bin", "2.bin"]);
  expect(await runJobs()).toBe(0);
  await expectSoundTable();
});

it("leaves what is more than a request should do to a job", async () => {
  const { ada, outer } = await aTree(130);
  const copy = await copyEntry(ada, outer.id, { parentId: "root", name: "Again" });
  await finishJobs();
  const [inner] = (await listFolder(ada, { parent: copy.id, sort: "name", order: "asc", limit: 10 })).items;
  expect(await namesIn(ada, inner?.id ?? "")).toHaveLength(130);
  expect(await usageOf(ada.id)).toMatchObject({ usedBytes: 780, files: 260 });
  await expectSoundTable();
});

it("copies each thing once, wherever it was moved meanwhile", async () => {
  const { ada, outer, inner } = await aTree(130);
  const copy = await copyEntry(ada, outer.id, { parentId: "root", name: "Again" });
  // The copy goes into what it is a copy of.
  await patchEntry(ada, { entryId: copy.id, parentId: inner.id });
  await finishJobs();
  expect(await namesIn(ada, copy.id)).toEqual(["Inner"]);
  expect(await usageOf(ada.id)).toMatchObject({ usedBytes: 780, files: 260 });
  await expectSoundTable();
});

it.each(["reset before", "reset after"] as const)(
  "is carried on after it died at a query, and at a transaction by a %s its effect, and makes nothing twice (SECURITY 26)",
  async (kind) => {
    const { ada, outer } = await aTree(5);
    database.fail("Query", { kind });
    await expect(copyEntry(ada, outer.id, { parentId: "root", name: "Again" })).rejects.toThrow();
    database.heal();
    database.fail("TransactWriteItems", { kind });
    await runJobs(inSeconds(61));
    database.heal();
    await runJobs(inSeconds(122));
    expect(await runJobs(inSeconds(183))).toBe(0);
    const { items } = await listFolder(ada, { parent: "root", sort: "name", order: "asc", limit: 10 });
    expect(items.map((entry) => entry.name)).toEqual(["Again", "Outer"]);
    const copies = await listFolder(ada, { parent: items[0]?.id ?? "", sort: "name", order: "asc", limit: 10 });
    expect(await namesIn(ada, copies.items[0]?.id ?? "")).toHaveLength(5);
    expect(await usageOf(ada.id)).toMatchObject({ usedBytes: 30, files: 10 });
    await expectSoundTable();
  },
);

it("leaves nothing behind when there is no room", async () => {
  const { ada, outer } = await aTree(4, 20);
  await expect(copyEntry(ada, outer.id, { parentId: "root", name: "Again" })).rejects.toMatchObject({
    code: "quota_exceeded",
  });
  await finishJobs();
  expect(await namesIn(ada, "root")).toEqual(["Outer"]);
  expect(await usageOf(ada.id)).toMatchObject({ usedBytes: 12, files: 4 });
  await expectSoundTable();
});
