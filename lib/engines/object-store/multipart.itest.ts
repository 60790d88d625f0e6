import { createHash, randomBytes } from "node:crypto";
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anObject, startTestStore, type TestStore } from "./test-store";

const Bucket = "multipart";
const MINIMUM = 5 * 1024 * 1024;
const large = randomBytes(MINIMUM);
let store: TestStore;

beforeAll(async () => {
  store = await startTestStore();
  await store.client().send(new CreateBucketCommand({ Bucket }));
});
afterAll(() => store.end());

interface Opened {
  Key: string;
  UploadId: string | undefined;
}

async function open(Key: string, more: Partial<CreateMultipartUploadCommandInput> = {}): Promise<Opened> {
  const { UploadId } = await store.client().send(new CreateMultipartUploadCommand({ Bucket, Key, ...more }));
  return { Key, UploadId };
}

async function sendPart(upload: Opened, PartNumber: number, Body: Buffer | string): Promise<CompletedPart> {
  const { ETag } = await store.client().send(new UploadPartCommand({ Bucket, ...upload, PartNumber, Body }));
  return { PartNumber, ETag };
}

const complete = (upload: Opened, Parts: CompletedPart[], more: { IfNoneMatch?: string } = {}) =>
  store.client().send(new CompleteMultipartUploadCommand({ Bucket, ...upload, MultipartUpload: { Parts }, ...more }));

const listParts = (upload: Opened) => store.client().send(new ListPartsCommand({ Bucket, ...upload }));

const read = async (Key: string, Range?: string) => {
  const answer = await store.client().send(new GetObjectCommand({ Bucket, Key, Range }));
  return fingerprint(Buffer.from((await answer.Body?.transformToByteArray()) ?? []));
};

/** Comparing megabytes themselves would take the test library minutes. */
const fingerprint = (...pieces: Buffer[]) => createHash("sha256").update(Buffer.concat(pieces)).digest("hex");

describe("a multipart upload", () => {
  it("becomes one object of its parts, sent in any order, with S3's ETag", async () => {
    const upload = await open("video é.mp4", { ContentType: "video/mp4", Metadata: { a: "b" } });
    const tail = await sendPart(upload, 3, "the end");
    const head = await sendPart(upload, 1, large);
    const { ETag } = await complete(upload, [head, tail]);
    const md5s = [large, Buffer.from("the end")].map((part) => createHash("md5").update(part).digest());
    const stored = await store.client().send(new HeadObjectCommand({ Bucket, Key: upload.Key }));
    expect(ETag).toBe(`"${createHash("md5").update(Buffer.concat(md5s)).digest("hex")}-2"`);
    expect(stored).toMatchObject({ ETag, ContentType: "video/mp4", Metadata: { a: "b" }, ContentLength: MINIMUM + 7 });
    expect(await read(upload.Key)).toBe(fingerprint(large, Buffer.from("the end")));
    expect(await read(upload.Key, `bytes=${MINIMUM - 2}-${MINIMUM + 1}`)).toBe(
      fingerprint(large.subarray(-2), Buffer.from("th")),
    );
  });

  it("is invisible until then, but listed among the uploads with its parts", async () => {
    const upload = await open("open");
    await sendPart(upload, 2, "two");
    await sendPart(upload, 1, "first");
    await sendPart(upload, 1, "one again");
    const { Uploads } = await store.client().send(new ListMultipartUploadsCommand({ Bucket, Prefix: "open" }));
    const { Parts } = await listParts(upload);
    const page = await store
      .client()
      .send(new ListPartsCommand({ Bucket, ...upload, MaxParts: 1, PartNumberMarker: "1" }));
    expect(Uploads).toMatchObject([upload]);
    expect(Parts).toMatchObject([
      { PartNumber: 1, Size: 9 },
      { PartNumber: 2, Size: 3 },
    ]);
    expect(page).toMatchObject({ IsTruncated: false, Parts: [{ PartNumber: 2 }] });
    await expect(read("open")).rejects.toMatchObject({ name: "NoSuchKey" });
  });

  it("refuses wrong parts and then still can be completed", async () => {
    const upload = await open("mistakes");
    const small = await sendPart(upload, 1, "small");
    const last = await sendPart(upload, 2, "last");
    const other = { PartNumber: 1, ETag: '"00000000000000000000000000000000"' };
    await expect(complete(upload, [other])).rejects.toMatchObject({ name: "InvalidPart" });
    await expect(complete(upload, [{ ...small, PartNumber: 9 }])).rejects.toMatchObject({ name: "InvalidPart" });
    await expect(complete(upload, [last, small])).rejects.toMatchObject({ name: "InvalidPartOrder" });
    await expect(complete(upload, [small, last])).rejects.toMatchObject({ name: "EntityTooSmall" });
    expect(await complete(upload, [last])).toHaveProperty("ETag");
  });

  it("answers a repeated Complete as the first time", async () => {
    const upload = await open("repeated");
    const parts = [await sendPart(upload, 1, "one")];
    const [first, together] = await Promise.all([complete(upload, parts), complete(upload, parts)]);
    const again = await complete(upload, parts);
    expect([together.ETag, again.ETag]).toEqual([first.ETag, first.ETag]);
  });

  it("ends without a trace when it is aborted", async () => {
    const upload = await open("aborted");
    await sendPart(upload, 1, "gone");
    await store.client().send(new AbortMultipartUploadCommand({ Bucket, ...upload }));
    await expect(listParts(upload)).rejects.toMatchObject({ name: "NoSuchUpload" });
    await expect(sendPart(upload, 2, "late")).rejects.toMatchObject({ name: "NoSuchUpload" });
    await expect(complete(upload, [{ PartNumber: 1, ETag: '"x"' }])).rejects.toMatchObject({ name: "NoSuchUpload" });
  });

  it("takes part numbers from 1 to 10,000 only", async () => {
    const upload = await open("numbers");
    await expect(sendPart(upload, 10_001, "x")).rejects.toMatchObject({ name: "InvalidArgument" });
    expect(await sendPart(upload, 10_000, "x")).toHaveProperty("ETag");
  });

  it("refuses a part that is not what was promised", async () => {
    const upload = await open("corrupt");
    const ContentMD5 = createHash("md5").update("other").digest("base64");
    const part = new UploadPartCommand({ Bucket, ...upload, PartNumber: 1, Body: "x", ContentMD5 });
    await expect(store.client().send(part)).rejects.toMatchObject({ name: "BadDigest" });
    expect((await listParts(upload)).Parts).toBeUndefined();
  });

  it("with If-None-Match: * yields to an object that came first, and one of two wins", async () => {
    const uploads = await Promise.all([open("claimed"), open("claimed")]);
    const parts = await Promise.all(uploads.map(async (upload, at) => [await sendPart(upload, 1, `by ${at}`)]));
    const attempts = uploads.map((upload, at) => complete(upload, parts[at] ?? [], { IfNoneMatch: "*" }));
    const outcomes = (await Promise.allSettled(attempts)).map((outcome) => outcome.status);
    expect(outcomes.sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("a checksum of many parts", () => {
  it.each([
    ["CRC32", "COMPOSITE"],
    ["SHA256", "COMPOSITE"],
  ] as const)("of %s is one of the parts' checksums", async (ChecksumAlgorithm, type) => {
    const upload = await open(`sums ${ChecksumAlgorithm}`, { ChecksumAlgorithm });
    const done = await complete(upload, [await sendPart(upload, 1, large), await sendPart(upload, 2, "tail")]);
    expect(done).toMatchObject({ ChecksumType: type, [`Checksum${ChecksumAlgorithm}`]: expect.stringMatching(/=-2$/) });
  });

  it.each(["CRC32", "CRC32C", "CRC64NVME"] as const)("of %s can be that of the whole", async (ChecksumAlgorithm) => {
    const upload = await open(`whole ${ChecksumAlgorithm}`, { ChecksumAlgorithm, ChecksumType: "FULL_OBJECT" });
    const done = await complete(upload, [await sendPart(upload, 1, large), await sendPart(upload, 2, "tail")]);
    const Body = Buffer.concat([large, Buffer.from("tail")]);
    const single = await store.client().send(new PutObjectCommand({ Bucket, Key: "single", Body, ChecksumAlgorithm }));
    const field = `Checksum${ChecksumAlgorithm}` as const;
    expect([done[field], done.ChecksumType]).toEqual([single[field], "FULL_OBJECT"]);
  });
});

it("copies a range of an object into a part", async () => {
  await store
    .client()
    .send(new PutObjectCommand(anObject({ Bucket, Key: "source", Body: Buffer.concat([large, large]) })));
  const upload = await open("copied");
  const source = { Bucket, ...upload, CopySource: `${Bucket}/source` };
  const range = { PartNumber: 1, CopySourceRange: `bytes=1-${MINIMUM + 1}` };
  const { CopyPartResult } = await store.client().send(new UploadPartCopyCommand({ ...source, ...range }));
  await complete(upload, [{ PartNumber: 1, ETag: CopyPartResult?.ETag }]);
  expect(await read("copied")).toBe(fingerprint(Buffer.concat([large, large]).subarray(1, MINIMUM + 2)));
});

it("takes the SDK's own managed upload as it comes", async () => {
  const client = store.client({ requestChecksumCalculation: "WHEN_SUPPORTED" });
  const Body = Buffer.concat([large, large, Buffer.from("tail")]);
  await new Upload({ client, params: { Bucket, Key: "managed", Body } }).done();
  expect(await read("managed")).toBe(fingerprint(Body));
});
