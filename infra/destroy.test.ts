import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { aStoredFile } from "@/e2e/support/files";
import { deleteObject } from "@/lib/aws/s3";
import { findWithRow } from "@/lib/entries/repo";
import { destroy } from "./destroy/destroy";
import { findDrive } from "./destroy/drive";
import { BUCKET, startDriveOnAws, whoAnswers } from "./test-support/fake-drive";

let drive: Awaited<ReturnType<typeof startDriveOnAws>>;
let folder: string;
beforeAll(async () => {
  drive = await startDriveOnAws();
  folder = await mkdtemp(join(tmpdir(), "export-"));
  // From here on lib reaches this drive, and so do the builders.
  await findDrive(drive.settings, "111122223333");
});
afterAll(async () => {
  await drive.stop();
  await rm(folder, { recursive: true });
});

it.each([
  ["the name", ["", "smart-driv"]],
  ["the last word", ["", "smart-drive", "yes"]],
])("deletes nothing without %s", async (_, answers) => {
  const terminal = whoAnswers(...answers);
  await destroy(drive.settings, terminal);
  expect(terminal.said.at(-1)).toBe("Nothing was deleted.");
  expect(drive.deeds).toEqual([]);
});

it("says whose account it is and what goes, and brings everybody's files first where a folder is named", async () => {
  const ada = await aUser();
  await aStoredFile(ada, "plan.txt", new Uint8Array(Buffer.from("the plan")));
  const terminal = whoAnswers(folder, "no");
  await destroy(drive.settings, terminal);
  const said = terminal.said.join("\n");
  expect(said).toContain("AWS account 111122223333, as arn:aws:iam::111122223333:user/ada");
  expect(said).toContain("the stack smart-drive: 6 parts, CREATE_COMPLETE, protected");
  expect(said).toMatch(new RegExp(`the bucket ${BUCKET}: \\d+ objects in \\d+ versions \\(\\d+ bytes\\)`));
  expect(said).toMatch(/the table smart-drive-Table\w+: \d+ rows .*, protected/);
  expect(await readFile(join(folder, ada.email, "plan.txt"), "utf8")).toBe("the plan");
});

it("goes no further where the export is not whole", async () => {
  const ada = await aUser();
  const found = await findWithRow((await aStoredFile(ada, "lost.txt", new Uint8Array(3))).id);
  await deleteObject(found?.row.objectKey ?? "");
  const terminal = whoAnswers(join(folder, "other"), "smart-drive", "delete everything");
  await expect(destroy(drive.settings, terminal)).rejects.toThrow("The export is not whole, so nothing was deleted.");
  expect(terminal.said.join("\n")).toContain(`NOT EXPORTED ${join(ada.email, "lost.txt")}`);
  expect(drive.deeds).toEqual([]);
  expect((await drive.store.send(new ListObjectVersionsCommand({ Bucket: BUCKET }))).Versions).not.toEqual([]);
});

it("refuses where nobody can be asked", () => {
  const { status, stderr } = spawnSync("npx", ["--no-install", "tsx", "--conditions=react-server", "destroy.ts"], {
    input: "smart-drive\ndelete everything\n",
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(stderr).toContain("run it in a terminal");
});
