import { beforeAll, expect, it } from "vitest";
import { aUser, manyTimes } from "@/e2e/support/builders";
import { startFaultyEngines } from "@/e2e/support/faulty-engines";
import type { Fault } from "@/e2e/support/faulty-proxy";
import { aStoredFile } from "@/e2e/support/files";
import { expectSoundTable, useOwnTable } from "@/e2e/support/own-table";
import { usageOf } from "@/e2e/support/usage";
import { transact } from "@/lib/aws/transact";
import { createFolder } from "@/lib/entries/entries";
import { purgeEntry, trashEntry } from "@/lib/entries/trash";
import { type JobHandler, jobWrite, runDueJobs } from "@/lib/jobs/jobs";
import { runJobs } from "@/lib/service/worker";

const { database } = await startFaultyEngines();
beforeAll(useOwnTable);

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);

/** A folder with files in it, deleted for good: what is below it is a job's to take away. */
async function aPurgedTree() {
  const ada = await aUser();
  const outer = await createFolder(ada, { parentId: "root", name: "Outer" });
  const inner = await createFolder(ada, { parentId: outer.id, name: "Inner" });
  const files = [outer.id, inner.id].map((parentId) => aStoredFile(ada, "a.bin", new Uint8Array(10), { parentId }));
  await Promise.all(files);
  await trashEntry(ada, outer.id);
  await purgeEntry(ada, outer.id);
  return ada;
}

it("is done by one of many copies (SECURITY 28)", { repeats: 4 }, async () => {
  await aPurgedTree();
  const done = await Promise.all(manyTimes(8, () => runJobs()));
  expect(done.toSorted()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
});

it.each<[string, Fault["kind"] & ("reset before" | "reset after")]>([
  ["PutItem", "reset before"],
  ["PutItem", "reset after"],
  ["Query", "reset before"],
  ["TransactWriteItems", "reset before"],
  ["TransactWriteItems", "reset after"],
  ["DeleteItem", "reset before"],
  ["DeleteItem", "reset after"],
])("is carried on a minute after it died at a %s by a %s its effect (SECURITY 26)", async (operation, kind) => {
  const ada = await aPurgedTree();
  database.fail(operation, { kind });
  await runJobs().catch(() => 0);
  database.heal();
  await runJobs(inSeconds(61));
  expect(await usageOf(ada.id)).toMatchObject({ usedBytes: 0, files: 0 });
  expect(await runJobs(inSeconds(122))).toBe(0);
});

it("is handed over by a copy that ends, and taken by another at once (SECURITY 35)", async () => {
  const ada = await aUser();
  await transact({ job: jobWrite("errand", { userId: ada.id }) });
  const ending = new AbortController();
  const steps: string[] = [];
  const interrupted: JobHandler = async (_, keepLease) => {
    steps.push("begun");
    ending.abort(new Error("This copy ends"));
    await keepLease();
    steps.push("never");
  };
  expect(await runDueJobs({ errand: interrupted }, new Date(), ending.signal)).toBe(0);
  expect(await runDueJobs({ errand: async () => void steps.push("carried on") })).toBe(1);
  expect(steps).toEqual(["begun", "carried on"]);
});

it("is not begun by a copy that ends", async () => {
  await aPurgedTree();
  expect(await runJobs(new Date(), AbortSignal.abort())).toBe(0);
  expect(await runJobs()).toBe(1);
});

it("leaves nothing for fsck to find after all that (SECURITY 26)", expectSoundTable);
