import { createHash, randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import { Readable } from "node:stream";
import { CreateBucketCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anObject, startTestStore, type TestStore } from "./test-store";

const Bucket = "bodies";
let store: TestStore;

beforeAll(async () => {
  store = await startTestStore();
  await store.client().send(new CreateBucketCommand({ Bucket }));
});
afterAll(() => store.end());

const base64 = (algorithm: string, text: string) => createHash(algorithm).update(text).digest("base64");

/** How many files hold bytes: whatever was refused must not have left one. */
const blobCount = () =>
  readdirSync(join(store.directory, "blobs"), { recursive: true }).filter((name) => /[0-9a-f]{32}$/.test(String(name)))
    .length;

const isThere = (Key: string) =>
  store
    .client()
    .send(new HeadObjectCommand({ Bucket, Key }))
    .then(
      () => true,
      () => false,
    );

describe("a body that is not what was promised", () => {
  it.each([
    ["crc32", { ChecksumCRC32: "AAAAAA==" }],
    ["crc32c", { ChecksumCRC32C: "AAAAAA==" }],
    ["crc64nvme", { ChecksumCRC64NVME: "AAAAAAAAAAA=" }],
    ["sha1", { ChecksumSHA1: base64("sha1", "other") }],
    ["sha256", { ChecksumSHA256: base64("sha256", "other") }],
    ["md5", { ContentMD5: base64("md5", "other") }],
  ])("is refused by its %s, and leaves nothing", async (Key, promise) => {
    const before = blobCount();
    const put = new PutObjectCommand(anObject({ Bucket, Key, ...promise }));
    await expect(store.client().send(put)).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
    expect([await isThere(Key), blobCount()]).toEqual([false, before]);
  });

  it("is refused through a signed URL too", async () => {
    const signed = new Set(["x-amz-checksum-sha256", "content-md5"]);
    const send = async (promise: { ContentMD5?: string; ChecksumSHA256?: string }, headers: Record<string, string>) => {
      const put = new PutObjectCommand({ Bucket, Key: "url", ContentLength: 4, ...promise });
      const url = await getSignedUrl(store.client(), put, { unhoistableHeaders: signed });
      const bad = await fetch(url, { method: "PUT", body: "evil", headers });
      const good = await fetch(url, { method: "PUT", body: "good", headers });
      return [bad.status, good.status];
    };
    const md5 = base64("md5", "good");
    const sha256 = base64("sha256", "good");
    expect(await send({ ContentMD5: md5 }, { "content-md5": md5 })).toEqual([400, 200]);
    expect(await send({ ChecksumSHA256: sha256 }, { "x-amz-checksum-sha256": sha256 })).toEqual([400, 200]);
  });

  it("is refused when it has no length", async () => {
    const url = await getSignedUrl(store.client(), new PutObjectCommand({ Bucket, Key: "endless" }));
    const body = new Blob(["x"]).stream();
    const endless = { method: "PUT", body, duplex: "half" };
    const answer = await fetch(url, endless);
    expect(answer.status).toBe(411);
  });

  it("leaves the old object when the client goes away in the middle", async () => {
    await store.client().send(new PutObjectCommand(anObject({ Bucket, Key: "kept", Body: "OLD" })));
    const before = blobCount();
    const url = await getSignedUrl(store.client(), new PutObjectCommand({ Bucket, Key: "kept" }));
    await cutOff(url);
    await expect.poll(blobCount).toBe(before);
    const answer = await store.client().send(new GetObjectCommand({ Bucket, Key: "kept" }));
    expect(await answer.Body?.transformToString()).toBe("OLD");
  });
});

/** Sends a part of what it promised, and hangs up once that has arrived. */
function cutOff(url: string): Promise<void> {
  return new Promise((resolve) => {
    const request = http.request(url, { method: "PUT", headers: { "content-length": 8_000_000 } });
    request.on("error", () => resolve());
    request.write(randomBytes(3_000_000), () => request.destroy(new Error("cut off")));
  });
}

describe("a checksum", () => {
  it.each(["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"] as const)(
    "of %s is proved, kept and told",
    async (name) => {
      const field = `Checksum${name}` as const;
      const client = store.client({ requestChecksumCalculation: "WHEN_SUPPORTED" });
      const known = { CRC32: "DUoRhQ==", CRC32C: "yZRlqg==", CRC64NVME: "jSnVw/bqjr4=" };
      const value = name in known ? Reflect.get(known, name) : base64(name.toLowerCase(), "hello world");
      await client.send(new PutObjectCommand(anObject({ Bucket, Key: name, [field]: value })));
      const head = await client.send(new HeadObjectCommand({ Bucket, Key: name, ChecksumMode: "ENABLED" }));
      expect(head).toMatchObject({ [field]: value, ChecksumType: "FULL_OBJECT" });
    },
  );

  it("may follow the body in a trailer, and the framing leaves no trace", async () => {
    const bytes = randomBytes(300_000);
    const pieces = [bytes.subarray(0, 100_001), bytes.subarray(100_001)];
    const client = store.client({ requestChecksumCalculation: "WHEN_SUPPORTED" });
    const put = { Bucket, Key: "trailer", Body: Readable.from(pieces), ContentLength: bytes.length };
    const { ChecksumCRC32 } = await client.send(new PutObjectCommand(put));
    const got = await client.send(new GetObjectCommand({ Bucket, Key: "trailer", ChecksumMode: "ENABLED" }));
    expect([ChecksumCRC32, got.ContentEncoding]).toEqual([expect.any(String), undefined]);
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? [])).toEqual(bytes);
  });
});

it("takes a body only after it knows that it wants it", async () => {
  const url = await getSignedUrl(store.client(), new PutObjectCommand({ Bucket, Key: "wanted" }));
  const ask = (address: string) =>
    new Promise<string>((resolve, reject) => {
      const request = http.request(address, {
        method: "PUT",
        headers: { expect: "100-continue", "content-length": 1 },
      });
      request.on("continue", () => request.end("x"));
      request.on("response", (answer) => resolve(`${answer.statusCode} ${request.writableEnded}`));
      request.on("error", reject);
      request.flushHeaders();
    });
  expect(await ask(url)).toBe("200 true");
  expect(await ask(url.replace("/wanted", "/other"))).toBe("403 false");
});
