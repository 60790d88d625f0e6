import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import * as s3 from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterEach, beforeEach, expect, it } from "vitest";
import { anObject, startTestStore, type TestStore } from "./test-store";

const Bucket = "durable";
const MIB = 1024 * 1024;
let store: TestStore;

beforeEach(async () => {
  store = await startTestStore();
  await store.client().send(new s3.CreateBucketCommand({ Bucket }));
});
afterEach(() => store.end());

const blobs = () =>
  readdirSync(join(store.directory, "blobs"), { recursive: true })
    .map((name) => join(store.directory, "blobs", String(name)))
    .filter((path) => statSync(path).isFile());

const read = async (Key: string) => {
  const { Body } = await store.client().send(new s3.GetObjectCommand({ Bucket, Key }));
  return Body?.transformToString();
};

/** Sends half of a body, and resolves when it is on its way to the disk. */
async function sendHalf(url: string): Promise<void> {
  const before = blobs().length;
  const request = http.request(url, { method: "PUT", headers: { "content-length": 8 * MIB } });
  request.on("error", () => undefined);
  request.write(randomBytes(4 * MIB));
  await expect.poll(() => blobs().length).toBeGreaterThan(before);
}

it.each(["SIGTERM", "SIGKILL"] as const)("has all that it acknowledged after %s", async (signal) => {
  const client = store.client();
  const Key = "é +.txt";
  await client.send(new s3.PutObjectCommand(anObject({ Bucket, Key, Metadata: { a: "1" } })));
  const { UploadId } = await client.send(new s3.CreateMultipartUploadCommand({ Bucket, Key: "parts" }));
  const part = { Bucket, Key: "parts", UploadId, PartNumber: 1 };
  const { ETag } = await client.send(new s3.UploadPartCommand({ ...part, Body: "one" }));
  await store.restart(signal);
  const head = await client.send(new s3.HeadObjectCommand({ Bucket, Key }));
  const { Parts } = await client.send(new s3.ListPartsCommand({ Bucket, Key: "parts", UploadId }));
  const finish = { Bucket, Key: "parts", UploadId, MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] } };
  await client.send(new s3.CompleteMultipartUploadCommand(finish));
  expect([head.Metadata, Parts?.length, await read(Key), await read("parts")]).toEqual([
    { a: "1" },
    1,
    "hello world",
    "one",
  ]);
});

it("has the old object or none when it is killed in the middle of a body", async () => {
  const client = store.client();
  await client.send(new s3.PutObjectCommand(anObject({ Bucket, Key: "over", Body: "OLD" })));
  const { UploadId } = await client.send(new s3.CreateMultipartUploadCommand({ Bucket, Key: "parts" }));
  await sendHalf(await getSignedUrl(client, new s3.PutObjectCommand({ Bucket, Key: "over" })));
  await sendHalf(await getSignedUrl(client, new s3.PutObjectCommand({ Bucket, Key: "new" })));
  await sendHalf(
    await getSignedUrl(client, new s3.UploadPartCommand({ Bucket, Key: "parts", UploadId, PartNumber: 1 })),
  );
  await store.restart("SIGKILL");
  const { Contents } = await client.send(new s3.ListObjectsV2Command({ Bucket }));
  const { Parts } = await client.send(new s3.ListPartsCommand({ Bucket, Key: "parts", UploadId }));
  expect([await read("over"), Contents?.map((each) => each.Key), Parts]).toEqual(["OLD", ["over"], undefined]);
  expect(blobs()).toHaveLength(1);
});

it("is whole whenever it is killed while many write", async () => {
  const client = store.client();
  const bodies = Array.from({ length: 40 }, (_, at) => ({ Key: `k${at % 4}`, Body: String(at).repeat(5000) }));
  const writes = bodies.map((body) => client.send(new s3.PutObjectCommand({ Bucket, ...body })));
  await Promise.any(writes);
  await store.restart("SIGKILL");
  await Promise.allSettled(writes);
  const { Contents = [] } = await client.send(new s3.ListObjectsV2Command({ Bucket }));
  const found = await Promise.all(Contents.map(async ({ Key = "" }) => ({ Key, Body: await read(Key) })));
  expect(found.every(({ Key, Body }) => bodies.some((each) => each.Key === Key && each.Body === Body))).toBe(true);
  expect(blobs()).toHaveLength(found.length);
});

it("keeps no plain bytes on the disk, and notices a changed one", async () => {
  await store.client().send(new s3.PutObjectCommand(anObject({ Bucket, Body: "a secret to be sealed" })));
  const [path = ""] = blobs();
  const bytes = readFileSync(path);
  expect(bytes.includes("secret")).toBe(false);
  expect(statSync(join(store.directory, "master.key")).mode & 0o777).toBe(0o600);
  bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
  writeFileSync(path, bytes);
  await expect(read("a.txt")).rejects.toThrow();
});

it("gives a reader the old bytes to the end while they are replaced", async () => {
  const old = randomBytes(8 * MIB);
  await store.client().send(new s3.PutObjectCommand(anObject({ Bucket, Body: old })));
  const answer = await store.client().send(new s3.GetObjectCommand({ Bucket, Key: "a.txt" }));
  await store.client().send(new s3.PutObjectCommand(anObject({ Bucket, Body: "new" })));
  expect(old.equals((await answer.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
  await expect.poll(() => blobs().length).toBe(1);
});

it("frees the disk of what is deleted, replaced or aborted", async () => {
  const client = store.client();
  await client.send(new s3.PutObjectCommand(anObject({ Bucket })));
  await client.send(new s3.PutObjectCommand(anObject({ Bucket, Body: "again" })));
  const { UploadId } = await client.send(new s3.CreateMultipartUploadCommand({ Bucket, Key: "parts" }));
  await client.send(new s3.UploadPartCommand({ Bucket, Key: "parts", UploadId, PartNumber: 1, Body: "x" }));
  await client.send(new s3.UploadPartCommand({ Bucket, Key: "parts", UploadId, PartNumber: 1, Body: "y" }));
  expect(blobs()).toHaveLength(2);
  await client.send(new s3.AbortMultipartUploadCommand({ Bucket, Key: "parts", UploadId }));
  await client.send(new s3.DeleteObjectCommand({ Bucket, Key: "a.txt" }));
  expect(blobs()).toEqual([]);
});
