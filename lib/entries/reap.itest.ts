import { beforeAll, expect, it } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { anArrivedUpload, aStoredFile } from "@/e2e/support/files";
import { expectSoundTable, finishJobs, useOwnTable } from "@/e2e/support/own-table";
import { headObject } from "@/lib/aws/s3";
import { abortUpload } from "@/lib/uploads/uploads";
import { reapObjects } from "./reap";
import { findWithRow } from "./repo";
import { purgeEntry, trashEntry } from "./trash";
import { dropVersion, listVersions, restoreVersion } from "./versions";

const bytes = new Uint8Array([1, 2, 3]);
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

// Reaping looks at all that is due, so what other tests let go of must not be there.
beforeAll(useOwnTable);

/** A file, and the key of its bytes. */
async function aKeptFile() {
  const ada = await aUser();
  const { id, versionId } = await aStoredFile(ada, "plan.txt", bytes);
  const objectKey = (await findWithRow(id))?.row.objectKey ?? "";
  return { ada, id, versionId: versionId ?? "", objectKey };
}

it("deletes a purged file's bytes an hour after its row, and no earlier (SECURITY 27)", async () => {
  const { ada, id, objectKey } = await aKeptFile();
  await trashEntry(ada, id);
  await reapObjects(inMinutes(1e6));
  expect(await headObject(objectKey)).not.toBeNull();
  await purgeEntry(ada, id);
  await finishJobs();
  await reapObjects(inMinutes(59));
  expect(await headObject(objectKey)).not.toBeNull();
  await reapObjects(inMinutes(61));
  expect(await headObject(objectKey)).toBeNull();
});

it("deletes no bytes that a version names, however many others let go of them (SECURITY 27)", async () => {
  const { ada, id, versionId, objectKey } = await aKeptFile();
  await restoreVersion(ada, id, versionId);
  await dropVersion(ada, id, versionId);
  await reapObjects(inMinutes(61));
  expect(await headObject(objectKey)).not.toBeNull();
});

it("names nothing whose bytes are being deleted: one of both wins (SECURITY 27)", { repeats: 49 }, async () => {
  const { ada, id, versionId } = await aKeptFile();
  await aStoredFile(ada, "plan.txt", bytes, { onConflict: "version" });
  const restored = restoreVersion(ada, id, versionId);
  const dropped = dropVersion(ada, id, versionId);
  await Promise.allSettled([restored, dropped, reapObjects(inMinutes(61))]);
  const { items } = await listVersions(ada, id, { limit: 10 });
  const row = (await findWithRow(id))?.row;
  expect(items.some((version) => version.id === row?.versionId)).toBe(true);
  expect(await headObject(row?.objectKey ?? "")).not.toBeNull();
});

it("deletes an aborted upload's bytes an hour after (SECURITY 27)", async () => {
  const ada = await aUser();
  const upload = await anArrivedUpload(ada, "late.txt", bytes);
  const objectKey = decodeURIComponent(new URL(upload.parts[0]?.url ?? "").pathname.split("/").slice(2).join("/"));
  await abortUpload(ada, upload.id);
  await reapObjects(inMinutes(59));
  expect(await headObject(objectKey)).not.toBeNull();
  await reapObjects(inMinutes(61));
  expect(await headObject(objectKey)).toBeNull();
});

it("leaves nothing for fsck to find (SECURITY 27)", expectSoundTable);
