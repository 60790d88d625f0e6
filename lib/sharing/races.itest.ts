import { beforeAll, expect, it } from "vitest";
import { aUser, manyTimes, settle } from "@/e2e/support/builders";
import { aStoredFile } from "@/e2e/support/files";
import { expectSoundTable, useOwnTable } from "@/e2e/support/own-table";
import { createShare, listShares } from "@/lib/sharing/sharing";
import { visitor } from "@/lib/sharing/test-support";
import { openShare, takeDownload } from "@/lib/sharing/visit";

beforeAll(useOwnTable);

it("gives the last download of a link to one of many (SECURITY 28)", { repeats: 49 }, async () => {
  const ada = await aUser();
  const file = await aStoredFile(ada, "plan.txt", new Uint8Array([1, 2, 3]));
  const share = await createShare(ada, { entryId: file.id, maxDownloads: 1 });
  const download = async () => takeDownload(await openShare(share.id, visitor()), visitor());
  expect(await settle(manyTimes(10, download))).toEqual({ won: 1, codes: Array(9).fill("gone") });
  expect((await listShares(ada, { limit: 1 })).items).toMatchObject([{ downloads: 1 }]);
});

it("leaves nothing for fsck to find after these races (SECURITY 28)", expectSoundTable);
