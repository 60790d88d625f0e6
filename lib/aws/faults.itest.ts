import { beforeEach, describe, expect, it } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { startFaultyEngines } from "@/e2e/support/faulty-engines";
import { dynamoError, type Fault, storeError } from "@/e2e/support/faulty-proxy";
import { anArrivedUpload, aStoredFile, sha256 } from "@/e2e/support/files";
import { aSession } from "@/e2e/support/sessions";
import { findSession, type User } from "@/lib/auth/session";
import { createFolder, getEntry, listFolder } from "@/lib/entries/entries";
import { toAppError } from "@/lib/http/problem";
import { createShare, listShares } from "@/lib/sharing/sharing";
import { openShare, takeDownload } from "@/lib/sharing/visit";
import { completeUpload } from "@/lib/uploads/complete";
import { abortUpload } from "@/lib/uploads/uploads";
import { claimIdempotency } from "./idempotency";

const { database, store, seen } = await startFaultyEngines();

const root = { parent: "root", sort: "name", order: "asc", limit: 100 } as const;
const resetBefore: Fault = { kind: "reset before" };
const resetAfter: Fault = { kind: "reset after" };
const truncate: Fault = { kind: "truncate" };
const cancelledBy = (Code: string) =>
  dynamoError("TransactionCanceledException", { CancellationReasons: [{ Code }, { Code: "None" }] });
const putOff: Fault = {
  kind: "answer",
  status: 200,
  body: (asked) => JSON.stringify({ Responses: {}, UnprocessedKeys: JSON.parse(asked.toString()).RequestItems }),
};
const codeOf = (work: Promise<unknown>) => work.then(String, (error) => toAppError(error, "test").code);

let ada: User;
beforeEach(async () => {
  ada = await aUser();
  seen.length = 0;
});

describe("a database that fails in passing", () => {
  it.each<[string, Fault]>([
    ["a throttle", dynamoError("ThrottlingException")],
    ["a spent throughput", dynamoError("ProvisionedThroughputExceededException")],
    ["a spent limit", dynamoError("RequestLimitExceeded")],
    ["a fault of its own", dynamoError("InternalServerError")],
    ["a reset", resetBefore],
    ["an answer cut short", truncate],
  ])("is asked again after %s, and the answer is right (SECURITY 31)", async (_, fault) => {
    const { id } = await createFolder(ada, { parentId: "root", name: "Docs" });
    database.fail("GetItem", fault, 1);
    database.fail("Query", fault, 1);
    expect(await getEntry(ada, id)).toMatchObject({ id, name: "Docs" });
    expect((await listFolder(ada, root)).items).toHaveLength(1);
  });

  it.each<[string, Fault]>([
    ["a conflict", cancelledBy("TransactionConflict")],
    ["a throttle", cancelledBy("ThrottlingError")],
    ["a spent throughput", cancelledBy("ProvisionedThroughputExceeded")],
    ["a twin in progress", dynamoError("TransactionInProgressException")],
    ["a reset before the effect", resetBefore],
    ["a reset after the effect", resetAfter],
    ["an answer cut short", truncate],
  ])("has a transaction written once after %s (SECURITY 31)", async (_, fault) => {
    database.fail("TransactWriteItems", fault, 2);
    await createFolder(ada, { parentId: "root", name: "Docs" });
    expect(seen.filter((each) => each === "TransactWriteItems")).toHaveLength(3);
    expect((await listFolder(ada, root)).items).toHaveLength(1);
  });

  it("is asked again for what it put off, and nobody is logged out by that (SECURITY 31)", async () => {
    const { user, cookie } = await aSession();
    database.fail("BatchGetItem", putOff, 3);
    expect(await findSession(cookie)).toMatchObject({ user });
  });
});

describe("a database that stays out of reach", () => {
  it.each<[string, string, Fault]>([
    ["throttles", "GetItem", dynamoError("ThrottlingException")],
    ["fails", "GetItem", dynamoError("InternalServerError")],
    ["resets", "GetItem", resetBefore],
    ["cuts its answers short", "GetItem", truncate],
    ["conflicts", "TransactWriteItems", cancelledBy("TransactionConflict")],
    ["has no throughput left", "TransactWriteItems", cancelledBy("ProvisionedThroughputExceeded")],
    ["conflicts with other writers", "PutItem", dynamoError("TransactionConflictException")],
  ])("is told as 503 while it %s (SECURITY 31)", async (_, operation, fault) => {
    const folder = await createFolder(ada, { parentId: "root", name: "Docs" });
    database.fail(operation, fault);
    const work = async () => {
      await createShare(ada, { entryId: folder.id });
      await createFolder(ada, { parentId: "root", name: "More" });
    };
    expect(await codeOf(work())).toBe("unavailable");
  });

  it("never logs anybody out by what it puts off (SECURITY 31)", async () => {
    const { cookie } = await aSession();
    database.fail("BatchGetItem", putOff);
    expect(await codeOf(findSession(cookie))).toBe("unavailable");
  });
});

describe("an answer that is lost after its effect", () => {
  it("counts a download once, the last one too (SECURITY 31)", async () => {
    const file = await aStoredFile(ada, "plan.txt", new Uint8Array([1]));
    const share = await createShare(ada, { entryId: file.id, maxDownloads: 1 });
    const opened = await openShare(share.id, new Headers());
    database.fail("TransactWriteItems", resetAfter, 1);
    database.fail("UpdateItem", resetAfter, 1);
    expect(await takeDownload(opened, new Headers())).toContain("X-Amz-Signature");
    expect((await listShares(ada, { limit: 1 })).items).toMatchObject([{ downloads: 1 }]);
  });

  it("makes a link once (SECURITY 31)", async () => {
    const folder = await createFolder(ada, { parentId: "root", name: "Docs" });
    database.fail("PutItem", resetAfter, 1);
    await createShare(ada, { entryId: folder.id });
    expect((await listShares(ada, { limit: 10 })).items).toHaveLength(1);
  });

  it("leaves an Idempotency-Key with whoever claimed it (SECURITY 31)", async () => {
    database.fail("PutItem", resetAfter, 1);
    expect(await claimIdempotency(ada.id, "key", "body")).toMatchObject({ kind: "mine" });
    expect(await claimIdempotency(ada.id, "key", "body")).toEqual({ kind: "running" });
  });
});

describe("a store that fails", () => {
  const failures: [string, Fault][] = [
    ["500", storeError(500, "InternalError")],
    ["503 SlowDown", storeError(503, "SlowDown")],
    ["a reset before the effect", resetBefore],
    ["a reset after the effect", resetAfter],
  ];
  const bytes = new Uint8Array(17 * 1024 ** 2);

  it.each(failures)("is asked again after %s, and the file appears once (SECURITY 31)", async (_, fault) => {
    store.fail("POST upload", fault, 1);
    store.fail("GET parts", fault, 1);
    store.fail("POST parts", fault, 1);
    store.fail("HEAD object", fault, 1);
    store.fail("GET object", fault, 1);
    const upload = await anArrivedUpload(ada, "big.bin", bytes);
    expect(await completeUpload(ada, upload.id, {})).toMatchObject({ size: bytes.length });
    expect((await listFolder(ada, root)).items).toHaveLength(1);
  });

  it.each(failures)("is told as 503 while it stays with %s, and nothing is lost (SECURITY 31)", async (_, fault) => {
    const upload = await anArrivedUpload(ada, "a.bin", new Uint8Array(10));
    store.fail("HEAD object", fault);
    expect(await codeOf(completeUpload(ada, upload.id, {}))).toBe("unavailable");
    store.heal();
    expect(await completeUpload(ada, upload.id, {})).toMatchObject({ size: 10 });
  });

  it.each([
    ["is told what kind of file it is", {}],
    ["has its digest checked", { sha256: sha256(new Uint8Array(1000)) }],
  ])("loses nothing when the bytes break off while a file %s (SECURITY 31)", async (_, announced) => {
    const upload = await anArrivedUpload(ada, "a.bin", new Uint8Array(1000));
    store.fail("GET object", truncate, 1);
    expect(await codeOf(completeUpload(ada, upload.id, announced))).toBe("unavailable");
    expect(await completeUpload(ada, upload.id, announced)).toMatchObject({ size: 1000 });
  });

  it("may fail to throw parts away: the abort is asked for again (SECURITY 31)", async () => {
    const upload = await anArrivedUpload(ada, "big.bin", bytes);
    store.fail("DELETE parts", storeError(503, "SlowDown"));
    expect(await codeOf(abortUpload(ada, upload.id))).toBe("unavailable");
    store.heal();
    await abortUpload(ada, upload.id);
    expect(seen.at(-1)).toBe("DELETE parts");
  });
});
