import { beforeAll, expect, it } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { aStoredFile } from "@/e2e/support/files";
import { useOwnTable } from "@/e2e/support/own-table";
import { noteActivity } from "@/lib/activity/activity";
import { copyEntry } from "@/lib/entries/copy";
import { createFolder } from "@/lib/entries/entries";
import { trashEntry } from "@/lib/entries/trash";
import { readUse } from "./read-use";

beforeAll(useOwnTable);

const bytes = (count: number) => new Uint8Array(count);
const DAY_MS = 24 * 60 * 60 * 1000;

it("sums up a known use: accounts, contents with old versions and trash, uploads and downloads of 30 days", async () => {
  const [ada] = [await aUser(), await aUser()];
  const plan = await aStoredFile(ada, "plan.txt", bytes(1000));
  await aStoredFile(ada, "plan.txt", bytes(200), { onConflict: "version" });
  await copyEntry(ada, plan.id, { parentId: "root", name: "copy.txt" });
  const gone = await aStoredFile(ada, "gone.txt", bytes(30));
  await trashEntry(ada, gone.id);
  const folder = await createFolder(ada, { parentId: "root", name: "Folder" });
  const now = new Date();
  const download = (entryId: string, at: Date) =>
    noteActivity({ userId: ada.id, action: "link.downloaded", entryId, byId: null }, at);
  for (const entryId of [plan.id, plan.id, folder.id]) await download(entryId, now);
  await download(plan.id, new Date(now.getTime() - 31 * DAY_MS));

  const use = await readUse(now);

  expect(use).toMatchObject({ users: 2, contents: 3, storedBytes: 1230, uploadedBytes: 1230 });
  expect(use).toMatchObject({ linkDownloads: 3, linkBytes: 400, folderDownloads: 1 });
  expect(use.rows).toBeGreaterThan(20);
  expect(use.rowBytes / use.rows).toBeGreaterThan(50);
  const later = await readUse(new Date(now.getTime() + 31 * DAY_MS));
  expect(later).toMatchObject({ storedBytes: 1230, uploadedBytes: 0, linkDownloads: 0 });
});
