import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Drive, startDrive } from "@/e2e/support/drive";
import { type Answer, aFileOf, aPerson, PASSWORD, send } from "@/e2e/support/http-client";

const AT_ONCE = 10;
const ROUNDS = { repeats: 49 };
const QUOTA = 10_000_000;

let drive: Drive;
beforeAll(async () => {
  drive = await startDrive({ DEFAULT_QUOTA_BYTES: String(QUOTA) });
});
afterAll(() => drive.stop());

/** The same request many times at once. */
const atOnce = (ask: (index: number) => Promise<Answer>, times = AT_ONCE): Promise<Answer[]> =>
  Promise.all(Array.from({ length: times }, (_, index) => ask(index)));

/** How many answers were of each kind: their code where they are problems, else their status. */
function tally(answers: Answer[]): Record<string, number> {
  const kinds = answers.map(({ status, body }) => String(body?.code ?? status));
  return Object.fromEntries([...new Set(kinds)].map((kind) => [kind, kinds.filter((each) => each === kind).length]));
}

describe("fifty times (SECURITY 28)", () => {
  it("one of many registrations gets an e-mail address", ROUNDS, async () => {
    const email = `${randomBytes(8).toString("hex")}@example.com`;
    const register = () => send("POST", `${drive.url}/api/auth/register`, { email, password: PASSWORD });
    expect(tally(await atOnce(register, 4))).toEqual({ 201: 1, email_taken: 3 });
  });

  it("one of many folders gets a name", ROUNDS, async () => {
    const ada = await aPerson(drive.url);
    const create = () => ada.call("POST", "/api/folders", { parentId: "root", name: "Photos" });
    expect(tally(await atOnce(create))).toEqual({ 201: 1, name_taken: AT_ONCE - 1 });
  });

  it("uploads side by side stay within the quota", ROUNDS, async () => {
    const ada = await aPerson(drive.url);
    const start = (index: number) =>
      ada.call("POST", "/api/upload", { parentId: "root", name: `${index}.bin`, size: 3_000_000 });
    expect(tally(await atOnce(start))).toEqual({ 201: 3, quota_exceeded: AT_ONCE - 3 });
    const { body } = await ada.call("GET", "/api/usage");
    expect(body).toMatchObject({ usedBytes: 0, reservedBytes: 9_000_000, quotaBytes: QUOTA });
  });

  it("one of many visitors gets a link's last download", ROUNDS, async () => {
    const ada = await aPerson(drive.url);
    const file = await aFileOf(ada, "plan.txt", "the plan");
    const { body: share } = await ada.call("POST", `/api/files/${file.id}/shares`, { maxDownloads: 1 });
    const visit = () => send("GET", `${drive.url}/s/${share.id}/download`);
    expect(tally(await atOnce(visit))).toEqual({ 302: 1, gone: AT_ONCE - 1 });
  });

  it("one of two crossing moves wins", ROUNDS, async () => {
    const ada = await aPerson(drive.url);
    const create = (index: number) => ada.call("POST", "/api/folders", { parentId: "root", name: `F${index}` });
    const [a, b] = (await atOnce(create, 2)).map(({ body }) => body.id);
    const move = (from: string, to: string) => ada.call("PATCH", `/api/files/${from}`, { parentId: to });
    expect(tally(await Promise.all([move(a, b), move(b, a)]))).toEqual({ 200: 1, cycle: 1 });
  });

  it("restore or purge of one entry wins, never both", ROUNDS, async () => {
    const ada = await aPerson(drive.url);
    const file = await aFileOf(ada, "plan.txt", "the plan");
    await ada.call("DELETE", `/api/files/${file.id}`);
    const restore = () => ada.call("POST", `/api/trash/${file.id}/restore`);
    const purge = () => ada.call("DELETE", `/api/trash/${file.id}`);
    const [restored, purged] = await Promise.all([restore(), purge()]);
    expect([restored.status, purged.status].toSorted()).toEqual(restored.status === 200 ? [200, 404] : [204, 404]);
  });

  it("completion or abort of one upload wins, never both", ROUNDS, async () => {
    const ada = await aPerson(drive.url);
    const { body: upload } = await ada.call("POST", "/api/upload", { parentId: "root", name: "a.txt", size: 0 });
    await fetch(upload.parts[0].url, { method: "PUT", headers: upload.parts[0].headers, body: "" });
    const complete = () => ada.call("POST", `/api/upload/${upload.id}/complete`, {});
    const abort = () => ada.call("DELETE", `/api/upload/${upload.id}`);
    const [completed, aborted] = await Promise.all([complete(), abort()]);
    expect([`${completed.status} ${aborted.status}`]).toEqual([completed.status === 201 ? "201 409" : "410 204"]);
    const { items } = (await ada.call("GET", "/api/files")).body;
    expect(items).toHaveLength(completed.status === 201 ? 1 : 0);
  });

  it("and fsck finds nothing after all of it", async () => {
    const env = { ...process.env, ...drive.env };
    const fsck = promisify(execFile)("npm", ["run", "--silent", "fsck"], { env });
    const { stdout } = await fsck.catch((failure: { stdout: string }) => failure);
    expect(stdout).toMatch(/^[1-9]\d* items, 0 faults\n$/);
  });
});
