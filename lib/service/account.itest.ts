import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, expect, it } from "vitest";
import { aStoredFile } from "@/e2e/support/files";
import { expectSoundTable, finishJobs, useOwnTable } from "@/e2e/support/own-table";
import { register } from "@/lib/auth/auth";
import { beginSession } from "@/lib/auth/session";
import { dynamo, table } from "@/lib/aws/dynamo";
import { createFolder } from "@/lib/entries/entries";
import { patchEntry } from "@/lib/entries/relocate";
import { trashEntry } from "@/lib/entries/trash";
import { newId } from "@/lib/ids";
import { createShare } from "@/lib/sharing/sharing";
import { startUpload } from "@/lib/uploads/uploads";
import { deleteAccount } from "./account";

beforeAll(useOwnTable);

const password = "correct horse battery";

it("leaves nothing of a deleted account in the table, and others as they were", async () => {
  const [ada, bob] = await Promise.all(
    ["ada", "bob"].map((name) =>
      register({ email: `${name}-${newId().toLowerCase()}@example.com`, password, name }, name),
    ),
  );
  if (!ada || !bob) throw new Error("Nobody registered");
  await aStoredFile(bob, "bobs.txt", new Uint8Array(3));
  const folder = await createFolder(ada, { parentId: "root", name: "Plans" });
  const file = await aStoredFile(ada, "plan.txt", new Uint8Array(3));
  await patchEntry(ada, { entryId: file.id, parentId: folder.id, starred: true });
  await createShare(ada, { entryId: file.id });
  const rubbish = await createFolder(ada, { parentId: "root", name: "Rubbish" });
  await trashEntry(ada, rubbish.id);
  await startUpload(ada, { parentId: "root", name: "open.bin", size: 5 });
  await beginSession(ada.id, 1);
  await deleteAccount(ada, { password });
  await finishJobs();
  const { Items = [] } = await dynamo().send(new ScanCommand({ TableName: table(), ConsistentRead: true }));
  const left = Items.filter((item) => JSON.stringify(item).includes(ada.id));
  // Uploads that ended and bytes to be deleted in an hour end by themselves.
  const kinds = new Set(left.map(({ pk }) => String(pk).split("#")[0]));
  expect([...kinds].sort()).toEqual(["OBJECT", "UPLOAD"]);
  // Failed log-ins are counted under their address for a quarter of an hour.
  const known = Items.filter(({ pk }) => !String(pk).startsWith("RATE#"));
  expect(JSON.stringify(known)).not.toContain(ada.email);
  expect(JSON.stringify(Items)).toContain("bobs.txt");
});

it("leaves nothing for fsck to find", expectSoundTable);
