import { execFile } from "node:child_process";
import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { DeleteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, expect, it } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { aStoredFile } from "@/e2e/support/files";
import { useOwnTable } from "@/e2e/support/own-table";
import type { User } from "@/lib/auth/session";
import { dynamo, table } from "@/lib/aws/dynamo";
import { deleteObject } from "@/lib/aws/s3";
import { createFolder } from "@/lib/entries/entries";
import { findWithRow } from "@/lib/entries/repo";
import { type EntryRow, rowKey } from "@/lib/entries/row";

beforeAll(useOwnTable);

async function aRow(user: User, name: string, parentId = "root"): Promise<EntryRow> {
  const { id } = await aStoredFile(user, name, new Uint8Array(Buffer.from(name)), { parentId });
  const found = await findWithRow(id);
  return found?.row ?? Promise.reject(new Error("no row"));
}

it("says which file could not be exported, leaves none under its name, and ends with 1", async () => {
  const to = await mkdtemp(join(tmpdir(), "export-"));
  const ada = await aUser();
  const lost = await aRow(ada, "lost.txt");
  await deleteObject(lost.objectKey ?? "");
  const other = await aRow(ada, "other.txt");
  await dynamo().send(
    new UpdateCommand({
      TableName: table(),
      Key: rowKey(other),
      UpdateExpression: "SET sha256 = :other",
      ExpressionAttributeValues: { ":other": "0".repeat(64) },
    }),
  );
  const folder = await createFolder(ada, { parentId: "root", name: "Folder" });
  const homeless = await aRow(ada, "homeless.txt", folder.id);
  const found = await findWithRow(folder.id);
  await dynamo().send(new DeleteCommand({ TableName: table(), Key: rowKey(found?.row ?? homeless) }));

  const ended: unknown = await promisify(execFile)("npm", ["run", "--silent", "export", "--", "--to", to]).catch(
    (error: unknown) => error,
  );

  expect(ended).toMatchObject({ code: 1 });
  const said = String(Reflect.get(Object(ended), "stderr"));
  expect(said).toContain(`NOT EXPORTED ${join(ada.email, "lost.txt")}: `);
  expect(said).toMatch(/NOT EXPORTED .*other\.txt: its sha256 is [0-9a-f]{64}, 0{64} is recorded/);
  expect(said).toContain(`NOT EXPORTED homeless.txt (${homeless.id}) lies in no folder`);
  expect(said).toContain("3 files could not be exported.");
  expect(await readdir(join(to, ada.email))).toEqual([]);
});
