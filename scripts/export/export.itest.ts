import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { aStoredFile } from "@/e2e/support/files";
import { useOwnTable } from "@/e2e/support/own-table";
import { seedEntries } from "@/e2e/support/seed";
import { credentialWrite, insertToken } from "@/lib/auth/repo";
import type { User } from "@/lib/auth/session";
import { transact } from "@/lib/aws/transact";
import { createFolder } from "@/lib/entries/entries";
import { trashEntry } from "@/lib/entries/trash";
import { newId } from "@/lib/ids";
import { createShare } from "@/lib/sharing/sharing";
import { exportDrive } from "./export";

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));

let to: string;
beforeAll(useOwnTable);
beforeEach(async () => {
  to = await mkdtemp(join(tmpdir(), "export-"));
});
afterEach(() => rm(to, { recursive: true, force: true }));

const listed = async (folder: string): Promise<string[]> => {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(folder.length + 1))
    .toSorted();
};
const read = (user: User, path: string) => readFile(join(to, user.email, path), "utf8");

it("brings trees and names, the newest content, and the trash in a folder of its own", async () => {
  const ada = await aUser();
  const docs = await createFolder(ada, { parentId: "root", name: "Docs" });
  await createFolder(ada, { parentId: docs.id, name: "Empty" });
  await aStoredFile(ada, "plan.txt", bytesOf("old"), { parentId: docs.id });
  await aStoredFile(ada, "plan.txt", bytesOf("new"), { parentId: docs.id, onConflict: "version" });
  await aStoredFile(ada, "what?.txt", bytesOf("asked"));
  await aStoredFile(ada, "what_.txt", bytesOf("kept"));
  await aStoredFile(ada, "nothing", bytesOf(""));
  for (const text of ["first", "second"]) await trashEntry(ada, (await aStoredFile(ada, "gone.txt", bytesOf(text))).id);
  await createFolder(ada, { parentId: "root", name: "Trash" });

  const report = await exportDrive(to);

  expect(report).toMatchObject({ failures: [], unproved: 0 });
  expect(await listed(join(to, ada.email))).toEqual(
    ["Docs/plan.txt", "Trash/gone (2).txt", "Trash/gone.txt", "nothing", "what_ (2).txt", "what_.txt"].toSorted(),
  );
  expect(await readdir(join(to, ada.email, "Docs"))).toContain("Empty");
  expect(await readdir(join(to, ada.email))).toContain("Trash (2)");
  expect(await read(ada, "Docs/plan.txt")).toBe("new");
  expect([await read(ada, "what_.txt"), await read(ada, "what_ (2).txt")]).toEqual(["kept", "asked"]);
  expect(await readdir(to)).not.toContain(".partial");
});

it("fetches nothing twice, and again what is not as recorded", async () => {
  const ada = await aUser();
  await aStoredFile(ada, "whole.txt", bytesOf("whole"));
  await aStoredFile(ada, "broken.txt", bytesOf("right"));
  await exportDrive(to);
  const path = join(to, ada.email, "whole.txt");
  const marked = new Date(1_000_000);
  await utimes(path, marked, marked);
  await writeFile(join(to, ada.email, "broken.txt"), "wrong");

  const report = await exportDrive(to);

  expect(report.fetched).toBe(1);
  expect((await stat(path)).mtime).toEqual(marked);
  expect(await read(ada, "broken.txt")).toBe("right");
});

it("leaves out what belongs to nobody any more, says how much, and is whole without it", async () => {
  await seedEntries(newId(), [{ kind: "file", name: "orphan.txt", size: 5 }]);
  const report = await exportDrive(to);
  expect(report).toMatchObject({ failures: [], gone: 1 });
});

it("keeps the rows, and no password, session, token or answer that was kept", async () => {
  const ada = await aUser();
  await transact({ credential: credentialWrite(ada.id, { scheme: "bcrypt-sha384", hash: "$2b$secret-hash" }) });
  const session = { id: "s", name: "", kind: "session" as const, scopes: [], sessionVersion: 1, createdAt: "" };
  await insertToken(ada.id, {
    ...session,
    hash: "token-hash",
    expires: 1,
    lastUsedAt: null,
    client: null,
    address: null,
  });
  const file = await aStoredFile(ada, "shared.txt", bytesOf("shared"));
  await createShare(ada, { entryId: file.id, password: "correct horse" });

  await exportDrive(to);

  const text = await readFile(join(to, "metadata.jsonl"), "utf8");
  const rows = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const ofAda = rows.filter((row) => JSON.stringify(row).includes(ada.id)).map(({ pk }) => pk.split("#")[0]);
  expect(new Set(ofAda)).toEqual(new Set(["USER", "EMAIL", "DIR", "ENTRY", "SHARE", "ACT", "OBJECT"]));
  for (const secret of ["$2b$", "token-hash", "bcrypt", "CREDENTIAL", "TOKEN#", "passwordVersion"])
    expect(text).not.toContain(secret);
  expect((await stat(join(to, "metadata.jsonl"))).mode & 0o077).toBe(0);
});
