import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { aStoredFile, md5, put, sha256 } from "@/e2e/support/files";
import { usageOf } from "@/e2e/support/usage";
import type { User } from "@/lib/auth/session";
import { contentUrl } from "@/lib/entries/content";
import { listFolder } from "@/lib/entries/entries";
import { dropVersion, listVersions, restoreVersion } from "@/lib/entries/versions";
import { completeUpload } from "./complete";
import { abortUpload, listUploads, resumeUpload, signParts, startUpload, sweepUploads } from "./uploads";

const MIB = 1024 ** 2;
const folder = { parent: "root", sort: "name", order: "asc", limit: 100 } as const;
const attachment = { disposition: "attachment" } as const;

async function read(user: User, entryId: string, version?: string): Promise<Buffer> {
  const response = await fetch(await contentUrl(user, entryId, { ...attachment, version }));
  return Buffer.from(await response.arrayBuffer());
}

describe("a single upload", () => {
  it("shows nothing until it is complete, then the same bytes", async () => {
    const ada = await aUser();
    const bytes = new Uint8Array(randomBytes(1000));
    const upload = await startUpload(ada, {
      parentId: "root",
      name: "a.bin",
      size: bytes.length,
      sha256: sha256(bytes),
      md5: md5(bytes),
    });
    expect((await put(upload.parts[0], bytes)).status).toBe(200);
    expect((await listFolder(ada, folder)).items).toEqual([]);
    const entry = await completeUpload(ada, upload.id, {});
    expect(entry).toMatchObject({ name: "a.bin", size: 1000, checksum: { sha256: sha256(bytes) } });
    expect(await read(ada, entry.id)).toEqual(Buffer.from(bytes));
    expect(await completeUpload(ada, upload.id, {})).toEqual(entry);
  });

  it("takes an empty file", async () => {
    const ada = await aUser();
    const entry = await aStoredFile(ada, "empty", new Uint8Array());
    expect(entry).toMatchObject({ size: 0 });
  });

  it("has other bytes refused by the store, and then nothing to complete", async () => {
    const ada = await aUser();
    const bytes = new Uint8Array(randomBytes(1000));
    const upload = await startUpload(ada, { parentId: "root", name: "a.bin", size: 1000, md5: md5(bytes) });
    const corrupted = await put(upload.parts[0], new Uint8Array(randomBytes(1000)));
    expect(corrupted.status).toBe(400);
    await expect(completeUpload(ada, upload.id, {})).rejects.toMatchObject({ code: "incomplete_upload" });
  });

  it("never becomes an entry with another SHA-256 than was announced", async () => {
    const ada = await aUser();
    const bytes = new Uint8Array(randomBytes(1000));
    const upload = await startUpload(ada, { parentId: "root", name: "a.bin", size: 1000, md5: md5(bytes) });
    await put(upload.parts[0], bytes);
    const wrong = completeUpload(ada, upload.id, { sha256: "0".repeat(64) });
    await expect(wrong).rejects.toMatchObject({ code: "checksum_mismatch" });
  });

  it("can't be replaced by a kept address once it is there", async () => {
    const ada = await aUser();
    const bytes = new Uint8Array(randomBytes(100));
    const upload = await startUpload(ada, { parentId: "root", name: "a.bin", size: 100 });
    await put(upload.parts[0], bytes);
    expect((await put(upload.parts[0], new Uint8Array(randomBytes(100)))).status).toBe(412);
  });
});

describe("a multipart upload", () => {
  it("goes on from the parts that the store has, and completes", async () => {
    const ada = await aUser();
    const bytes = new Uint8Array(randomBytes(17 * MIB));
    const upload = await startUpload(ada, { parentId: "root", name: "big.bin", size: bytes.length });
    expect(upload).toMatchObject({ method: "multipart", partCount: 3, partSize: 8 * MIB });
    await put(upload.parts[1], bytes.slice(8 * MIB, 16 * MIB));
    await expect(completeUpload(ada, upload.id, {})).rejects.toMatchObject({ code: "incomplete_upload" });
    const { received } = await resumeUpload(ada, upload.id);
    expect(received).toEqual([{ partNumber: 2, size: 8 * MIB }]);
    const [first, last] = await signParts(ada, {
      uploadId: upload.id,
      parts: [{ partNumber: 1, md5: md5(bytes.slice(0, 8 * MIB)) }, { partNumber: 3 }],
    });
    await Promise.all([put(first, bytes.slice(0, 8 * MIB)), put(last, bytes.slice(16 * MIB))]);
    const entry = await completeUpload(ada, upload.id, { sha256: sha256(bytes) });
    expect(sha256(await read(ada, entry.id))).toBe(sha256(bytes));
  });

  it("refuses part 4 of 3", async () => {
    const ada = await aUser();
    const upload = await startUpload(ada, { parentId: "root", name: "big.bin", size: 17 * MIB });
    const signed = signParts(ada, { uploadId: upload.id, parts: [{ partNumber: 4 }] });
    await expect(signed).rejects.toMatchObject({ code: "validation_failed" });
  });

  it("is gone once aborted, and gives its room back", async () => {
    const ada = await aUser();
    const upload = await startUpload(ada, { parentId: "root", name: "big.bin", size: 17 * MIB });
    await abortUpload(ada, upload.id);
    await abortUpload(ada, upload.id);
    expect(await usageOf(ada.id)).toMatchObject({ usedBytes: 0, reservedBytes: 0 });
    await expect(completeUpload(ada, upload.id, {})).rejects.toMatchObject({ code: "gone" });
  });
});

describe("rights", () => {
  it("is hidden from everyone else", async () => {
    const [ada, bob] = await Promise.all([aUser(), aUser()]);
    const upload = await startUpload(ada, { parentId: "root", name: "mine", size: 10 });
    await expect(resumeUpload(bob, upload.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(completeUpload(bob, upload.id, {})).rejects.toMatchObject({ code: "not_found" });
    await expect(abortUpload(bob, upload.id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an upload left alone", () => {
  const NOW = new Date("2026-01-31T08:00:00.000Z");
  const onDay = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000);
  const begin = (user: User) => startUpload(user, { parentId: "root", name: "late", size: 1 }, undefined, NOW);

  it("is over after 7 days, though nobody has swept it (SECURITY 29)", async () => {
    const ada = await aUser();
    const { id, parts } = await begin(ada);
    await put(parts[0], new Uint8Array(1));
    expect(await resumeUpload(ada, id, onDay(6.9))).toMatchObject({ id });
    const gone = { code: "gone" };
    await expect(resumeUpload(ada, id, onDay(7))).rejects.toMatchObject(gone);
    await expect(signParts(ada, { uploadId: id, parts: [{ partNumber: 1 }] }, onDay(7))).rejects.toMatchObject(gone);
    await expect(completeUpload(ada, id, {}, onDay(7))).rejects.toMatchObject(gone);
    expect((await listUploads(ada, { limit: 10 }, onDay(7))).items).toEqual([]);
    expect((await listUploads(ada, { limit: 10 }, onDay(6.9))).items).toMatchObject([{ id }]);
  });

  it("gives its room back when it is aborted after that, or swept (SECURITY 29)", async () => {
    const [ada, bob] = await Promise.all([aUser(), aUser()]);
    const { id } = await begin(ada);
    await begin(bob);
    await abortUpload(ada, id, onDay(7));
    await sweepUploads(onDay(7.1));
    expect([await usageOf(ada.id), await usageOf(bob.id)]).toMatchObject([{ reservedBytes: 0 }, { reservedBytes: 0 }]);
  });

  it("repeats its answer for 7 days after its end, and then is unknown (SECURITY 29)", async () => {
    const ada = await aUser();
    const { id, parts } = await begin(ada);
    await put(parts[0], new Uint8Array(1));
    const entry = await completeUpload(ada, id, {}, NOW);
    expect(await completeUpload(ada, id, {}, onDay(6.9))).toEqual(entry);
    await expect(completeUpload(ada, id, {}, onDay(7))).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("versions", () => {
  it("keeps what was overwritten, gives it back, and never drops the current one", async () => {
    const ada = await aUser();
    const [one, two] = [new Uint8Array([1]), new Uint8Array([2, 2])];
    const first = await aStoredFile(ada, "doc", one);
    const second = await aStoredFile(ada, "doc", two, { onConflict: "version" });
    expect(second.id).toBe(first.id);
    expect(await read(ada, first.id)).toEqual(Buffer.from(two));
    const restored = await restoreVersion(ada, first.id, first.versionId ?? "");
    expect(await read(ada, first.id)).toEqual(Buffer.from(one));
    const drop = dropVersion(ada, first.id, restored.versionId ?? "");
    await expect(drop).rejects.toMatchObject({ code: "conflict" });
    await dropVersion(ada, first.id, second.versionId ?? "");
    const { items } = await listVersions(ada, first.id, { limit: 10 });
    expect(items.map((version) => [version.size, version.current])).toEqual([
      [1, true],
      [1, false],
    ]);
    expect(await usageOf(ada.id)).toMatchObject({ usedBytes: 2, files: 1 });
  });
});
