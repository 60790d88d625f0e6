import { createHash } from "node:crypto";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { aPerson, type Person, put, sha256 } from "@/e2e/support/http-client";
import { changesNothing, expectProblem, INVALID } from "@/e2e/support/problems";

const base = inject("baseUrl");
const TIB = 1024 ** 4;
const TOO_LARGE = { status: 413, code: "too_large" };
const NO_ROOM = { status: 413, code: "quota_exceeded" };
const MISMATCH = { status: 422, code: "checksum_mismatch" };
const INCOMPLETE = { status: 422, code: "incomplete_upload" };

const BYTES = new Uint8Array(Buffer.from("these bytes"));
const OTHER = new Uint8Array(Buffer.from("other bytes"));
const md5 = (bytes: Uint8Array) => createHash("md5").update(bytes).digest("base64");

let ada: Person;
beforeAll(async () => {
  ada = await aPerson(base);
});

const start = (fields: object) =>
  ada.call("POST", "/api/upload", { parentId: "root", name: "file.bin", size: BYTES.length, ...fields });
const complete = (id: string, fields: object = {}) => ada.call("POST", `/api/upload/${id}/complete`, fields);

describe("what is announced", () => {
  it.each([
    ["a negative size", { size: -1 }, INVALID],
    ["half a byte", { size: 1.5 }, INVALID],
    ["a size as text", { size: "11" }, INVALID],
    ["NaN as text", { size: "NaN" }, INVALID],
    ["no size", { size: null }, INVALID],
    ["a size beyond whole numbers", { size: 1e300 }, INVALID],
    ["a byte over 5 TiB", { size: 5 * TIB + 1 }, TOO_LARGE],
    ["the largest whole number", { size: Number.MAX_SAFE_INTEGER }, TOO_LARGE],
    ["5 TiB without the room for it", { size: 5 * TIB }, NO_ROOM],
    ["a short MD5", { md5: "AAAA" }, INVALID],
    ["an MD5 in hex", { md5: "0".repeat(32) }, INVALID],
    ["a short SHA-256", { sha256: "ab" }, INVALID],
    ["a SHA-256 in base64", { sha256: `${"A".repeat(43)}=` }, INVALID],
    ["a CRC-32 as a number", { crc32: 1 }, INVALID],
    ["a type that is none", { type: "image" }, INVALID],
    ["a type with a line end", { type: "text/plain\r\nx: y" }, INVALID],
    ["a time that is none", { modifiedAt: "yesterday" }, INVALID],
    ["another way out of a taken name", { onConflict: "replace" }, INVALID],
    ["a folder by a wrong shape of id", { parentId: "../root" }, INVALID],
    ["an owner", { ownerId: "me" }, INVALID],
  ])("refuses %s", async (_, fields, wanted) => {
    expectProblem(await changesNothing(ada, () => start(fields)), wanted);
  });
});

describe("parts", () => {
  let uploadId: string;
  beforeAll(async () => {
    uploadId = (await start({ name: "parts.bin", size: 20 * 1024 ** 2 })).body.id;
  });

  it.each([
    ["number 0", [{ partNumber: 0 }]],
    ["number -1", [{ partNumber: -1 }]],
    ["number 1.5", [{ partNumber: 1.5 }]],
    ["a number as text", [{ partNumber: "1" }]],
    ["number 10,001", [{ partNumber: 10_001 }]],
    ["a number beyond the last part", [{ partNumber: 4 }]],
    ["no number", [{}]],
    ["none at all", []],
    ["101 of them", Array.from({ length: 101 }, () => ({ partNumber: 1 }))],
    ["an MD5 of the wrong shape", [{ partNumber: 1, md5: "x" }]],
    ["a SHA-256 of the wrong shape", [{ partNumber: 1, sha256: "x" }]],
    ["a length of their own", [{ partNumber: 1, size: 5 }]],
  ])("are not signed with %s", async (_, parts) => {
    const sign = () => ada.call("POST", `/api/upload/${uploadId}/parts`, { parts });
    expectProblem(await changesNothing(ada, sign), INVALID);
  });

  it.each([
    ["number 0", [{ partNumber: 0, etag: "x" }]],
    ["no ETag", [{ partNumber: 1, etag: "" }]],
    ["something that is no list", "all"],
  ])("are not put together from %s", async (_, parts) => {
    expectProblem(await changesNothing(ada, () => complete(uploadId, { parts })), INVALID);
  });

  it("are not put together while one is missing", async () => {
    expectProblem(await changesNothing(ada, () => complete(uploadId)), INCOMPLETE);
  });
});

describe("bytes that are not those announced never become a file", () => {
  it("by their number: the store refuses them, and nothing is complete", async () => {
    const { body: upload } = await start({ name: "short.bin" });
    expect((await put(upload.parts[0], BYTES.slice(1))).ok).toBe(false);
    expect((await put(upload.parts[0], new Uint8Array(BYTES.length + 1))).ok).toBe(false);
    expectProblem(await changesNothing(ada, () => complete(upload.id)), INCOMPLETE);
  });

  it("by an MD5: the store refuses them (400), and nothing is complete", async () => {
    const { body: upload } = await start({ name: "md5.bin", md5: md5(BYTES) });
    expect((await put(upload.parts[0], OTHER)).status).toBe(400);
    expectProblem(await changesNothing(ada, () => complete(upload.id)), INCOMPLETE);
  });

  it("by an MD5 of a part: the store refuses them (400)", async () => {
    const { body: upload } = await start({ name: "part.bin" });
    const parts = [{ partNumber: 1, md5: md5(BYTES) }];
    const { body: signed } = await ada.call("POST", `/api/upload/${upload.id}/parts`, { parts });
    expect((await put(signed.parts[0], OTHER)).status).toBe(400);
    expectProblem(await changesNothing(ada, () => complete(upload.id)), INCOMPLETE);
  });

  it("by a SHA-256 announced at the start: at the PUT or at the end", async () => {
    const { body: upload } = await start({ name: "sha.bin", sha256: sha256(BYTES) });
    await put(upload.parts[0], OTHER);
    expect((await changesNothing(ada, () => complete(upload.id))).status).toBe(422);
  });

  it("by a SHA-256 announced at the end", async () => {
    const { body: upload } = await start({ name: "end.bin" });
    expect((await put(upload.parts[0], OTHER)).status).toBe(200);
    expectProblem(await changesNothing(ada, () => complete(upload.id, { sha256: sha256(BYTES) })), MISMATCH);
  });

  it("by two digests that contradict each other", async () => {
    const { body: upload } = await start({ name: "two.bin", sha256: sha256(BYTES) });
    expect((await put(upload.parts[0], BYTES)).status).toBe(200);
    expectProblem(await changesNothing(ada, () => complete(upload.id, { sha256: sha256(OTHER) })), MISMATCH);
  });

  it("by another ETag of a part", async () => {
    const { body: upload } = await start({ name: "etag.bin", size: 17 * 1024 ** 2 });
    const contents = [8, 8, 1].map((mib) => new Uint8Array(mib * 1024 ** 2));
    await Promise.all(contents.map((bytes, index) => put(upload.parts[index], bytes)));
    const parts = [{ partNumber: 2, etag: '"0123456789abcdef0123456789abcdef"' }];
    expectProblem(await changesNothing(ada, () => complete(upload.id, { parts })), MISMATCH);
  });
});
