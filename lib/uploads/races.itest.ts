import { beforeAll, expect, it } from "vitest";
import { aUser, manyTimes, settle } from "@/e2e/support/builders";
import { anArrivedUpload } from "@/e2e/support/files";
import { expectSoundTable, useOwnTable } from "@/e2e/support/own-table";
import { usageOf } from "@/e2e/support/usage";
import { listFolder } from "@/lib/entries/entries";
import { completeUpload } from "@/lib/uploads/complete";
import { abortUpload, startUpload } from "@/lib/uploads/uploads";

const RACERS = 8;
const HALF = RACERS / 2;
const query = { parent: "root", sort: "name", order: "asc", limit: 100 } as const;
const allWon = { won: HALF, codes: [] };
const allLost = (code: string) => ({ won: 0, codes: Array(HALF).fill(code) });

beforeAll(useOwnTable);

it("gives the last bytes of a quota to one of many (SECURITY 28)", { repeats: 49 }, async () => {
  const ada = await aUser({ quotaBytes: 1000 });
  const start = (at: number) => startUpload(ada, { parentId: "root", name: `f${at}`, size: 501 });
  const outcome = await settle(manyTimes(RACERS, start));
  expect(outcome).toEqual({ won: 1, codes: Array(RACERS - 1).fill("quota_exceeded") });
  expect(await usageOf(ada.id)).toMatchObject({ reservedBytes: 501, freeBytes: 499 });
});

it("completes an upload or aborts it, never both (SECURITY 28)", { repeats: 49 }, () =>
  completeAgainstAbort(new Uint8Array(10)),
);

it("completes an upload of parts or aborts it, never both (SECURITY 28)", { repeats: 4 }, () =>
  completeAgainstAbort(new Uint8Array(17 * 1024 ** 2)),
);

it("leaves nothing for fsck to find after these races (SECURITY 28)", expectSoundTable);

/** However often both are asked for, everybody is told of the same end, and it is the one that is seen. */
async function completeAgainstAbort(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const ada = await aUser();
  const upload = await anArrivedUpload(ada, "torn", bytes);
  const completes = manyTimes(HALF, () => completeUpload(ada, upload.id, {}));
  const aborts = manyTimes(HALF, () => abortUpload(ada, upload.id));
  const told = await Promise.all([settle(completes), settle(aborts)]);
  const shown = (await listFolder(ada, query)).items.length;
  expect(told).toEqual(shown === 1 ? [allWon, allLost("conflict")] : [allLost("gone"), allWon]);
  const usedBytes = shown * bytes.length;
  expect(await usageOf(ada.id)).toMatchObject({ usedBytes, reservedBytes: 0, files: shown });
}
