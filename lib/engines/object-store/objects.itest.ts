import { createHash, randomBytes } from "node:crypto";
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anObject, startTestStore, type TestStore } from "./test-store";

const Bucket = "objects";
let store: TestStore;

beforeAll(async () => {
  store = await startTestStore();
  await store.client().send(new CreateBucketCommand({ Bucket }));
});
afterAll(() => store.end());

const read = async (Key: string, more: { Range?: string; VersionId?: string } = {}) => {
  const answer = await store.client().send(new GetObjectCommand({ Bucket, Key, ...more }));
  return Buffer.from((await answer.Body?.transformToByteArray()) ?? []);
};

describe("an object", () => {
  it("comes back with its bytes, headers and metadata, and the MD5 as its ETag", async () => {
    const headers = { ContentType: "text/plain; charset=utf-8", CacheControl: "private", ContentDisposition: "inline" };
    const put = await store
      .client()
      .send(new PutObjectCommand(anObject({ Bucket, ...headers, Metadata: { owner: "ada" } })));
    const got = await store.client().send(new GetObjectCommand({ Bucket, Key: "a.txt" }));
    expect(put.ETag).toBe('"5eb63bbbe01eeed093cb22bb8f5acdc3"');
    expect(got).toMatchObject({ ...headers, Metadata: { owner: "ada" }, ContentLength: 11, AcceptRanges: "bytes" });
    expect(await got.Body?.transformToString()).toBe("hello world");
  });

  it("says that it is encrypted, because it is", async () => {
    const put = await store.client().send(new PutObjectCommand(anObject({ Bucket, ServerSideEncryption: "AES256" })));
    const head = await store.client().send(new HeadObjectCommand({ Bucket, Key: "a.txt" }));
    expect([put.ServerSideEncryption, head.ServerSideEncryption]).toEqual(["AES256", "AES256"]);
  });

  it("may be empty", async () => {
    await store.client().send(new PutObjectCommand(anObject({ Bucket, Key: "empty", Body: "" })));
    expect(await read("empty")).toHaveLength(0);
  });

  it("gives any range of it, across segments too", async () => {
    const bytes = randomBytes(700_000);
    await store.client().send(new PutObjectCommand(anObject({ Bucket, Key: "ranges", Body: bytes })));
    expect(await read("ranges", { Range: "bytes=0-9" })).toEqual(bytes.subarray(0, 10));
    expect(await read("ranges", { Range: "bytes=262140-524300" })).toEqual(bytes.subarray(262_140, 524_301));
    expect(await read("ranges", { Range: "bytes=-5" })).toEqual(bytes.subarray(-5));
    expect(await read("ranges", { Range: "bytes=699990-" })).toEqual(bytes.subarray(699_990));
    await expect(read("ranges", { Range: "bytes=700000-" })).rejects.toMatchObject({ name: "InvalidRange" });
  });

  it("answers a range only while If-Range names what is there", async () => {
    await store.client().send(new PutObjectCommand(anObject({ Bucket })));
    const url = await getSignedUrl(store.client(), new GetObjectCommand({ Bucket, Key: "a.txt" }));
    const stale = await fetch(url, { headers: { range: "bytes=0-3", "if-range": '"other"' } });
    const fresh = await fetch(url, {
      headers: { range: "bytes=0-3", "if-range": '"5eb63bbbe01eeed093cb22bb8f5acdc3"' },
    });
    expect([stale.status, await stale.text()]).toEqual([200, "hello world"]);
    expect([fresh.status, await fresh.text(), fresh.headers.get("content-range")]).toEqual([
      206,
      "hell",
      "bytes 0-3/11",
    ]);
  });

  it("is answered under the headers that a signed URL asks for", async () => {
    await store.client().send(new PutObjectCommand(anObject({ Bucket })));
    const ResponseContentDisposition = "attachment; filename=\"a.pdf\"; filename*=UTF-8''r%C3%A9sum%C3%A9.pdf";
    const wish = {
      ResponseContentDisposition,
      ResponseContentType: "application/pdf",
      ResponseCacheControl: "no-store",
    };
    const answer = await fetch(
      await getSignedUrl(store.client(), new GetObjectCommand({ Bucket, Key: "a.txt", ...wish })),
    );
    expect(answer.headers.get("content-disposition")).toBe(ResponseContentDisposition);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("is 404 when it is not there, and deleting it then is no error", async () => {
    await expect(read("nothing")).rejects.toMatchObject({ name: "NoSuchKey" });
    const gone = await store.client().send(new DeleteObjectCommand({ Bucket, Key: "nothing" }));
    expect(gone.$metadata.httpStatusCode).toBe(204);
  });

  it("tells its attributes", async () => {
    await store.client().send(new PutObjectCommand(anObject({ Bucket, ChecksumAlgorithm: "SHA256" })));
    const wish = new GetObjectAttributesCommand({ Bucket, Key: "a.txt", ObjectAttributes: ["ObjectSize", "Checksum"] });
    const sum = createHash("sha256").update("hello world").digest("base64");
    expect(await store.client().send(wish)).toMatchObject({ ObjectSize: 11, Checksum: { ChecksumSHA256: sum } });
  });
});

describe("a condition", () => {
  it("answers 304 and 412 to readers", async () => {
    await store.client().send(new PutObjectCommand(anObject({ Bucket })));
    const url = await getSignedUrl(store.client(), new GetObjectCommand({ Bucket, Key: "a.txt" }));
    const etag = '"5eb63bbbe01eeed093cb22bb8f5acdc3"';
    const statusOf = async (headers: Record<string, string>) => (await fetch(url, { headers })).status;
    expect(await statusOf({ "if-none-match": etag })).toBe(304);
    expect(await statusOf({ "if-match": '"other"' })).toBe(412);
    expect(await statusOf({ "if-modified-since": new Date(Date.now() + 1000).toUTCString() })).toBe(304);
    expect(await statusOf({ "if-unmodified-since": "Thu, 01 Jan 2015 00:00:00 GMT" })).toBe(412);
    expect(await statusOf({ "if-match": etag, "if-none-match": '"other"' })).toBe(200);
  });

  it("If-None-Match: * lets exactly one of many writers win", async () => {
    const attempts = Array.from({ length: 20 }, (_, at) =>
      store.client().send(new PutObjectCommand(anObject({ Bucket, Key: "race", Body: `${at}`, IfNoneMatch: "*" }))),
    );
    const results = await Promise.allSettled(attempts);
    const winners = results.flatMap((result, at) => (result.status === "fulfilled" ? [String(at)] : []));
    expect(winners).toEqual([(await read("race")).toString()]);
  });

  it("If-Match lets a writer replace only what it knows", async () => {
    await store.client().send(new PutObjectCommand(anObject({ Bucket, Key: "known" })));
    const write = (IfMatch: string) =>
      store.client().send(new PutObjectCommand(anObject({ Bucket, Key: "known", IfMatch })));
    await expect(write('"other"')).rejects.toMatchObject({ name: "PreconditionFailed" });
    expect(await write('"5eb63bbbe01eeed093cb22bb8f5acdc3"')).toHaveProperty("ETag");
  });
});

describe("a copy", () => {
  it("keeps or replaces metadata, and outlives its source", async () => {
    await store.client().send(new PutObjectCommand(anObject({ Bucket, Key: "from/é +", Metadata: { a: "1" } })));
    const CopySource = encodeURIComponent(`${Bucket}/from/é +`);
    const replaced = { MetadataDirective: "REPLACE", Metadata: { b: "2" } } as const;
    await store.client().send(new CopyObjectCommand({ Bucket, Key: "kept", CopySource }));
    await store.client().send(new CopyObjectCommand({ Bucket, Key: "replaced", CopySource, ...replaced }));
    await store.client().send(new DeleteObjectCommand({ Bucket, Key: "from/é +" }));
    const [kept, other] = await Promise.all(
      ["kept", "replaced"].map((Key) => store.client().send(new HeadObjectCommand({ Bucket, Key }))),
    );
    expect([kept?.Metadata, other?.Metadata]).toEqual([{ a: "1" }, { b: "2" }]);
    expect((await read("kept")).toString()).toBe("hello world");
  });

  it("is refused when its source is not what the client takes it for", async () => {
    await store.client().send(new PutObjectCommand(anObject({ Bucket })));
    const copy = new CopyObjectCommand({
      Bucket,
      Key: "copy",
      CopySource: `${Bucket}/a.txt`,
      CopySourceIfMatch: '"other"',
    });
    await expect(store.client().send(copy)).rejects.toMatchObject({ name: "PreconditionFailed" });
  });
});

describe("many at once", () => {
  it("are deleted, those that were not there too", async () => {
    await store.client().send(new PutObjectCommand(anObject({ Bucket, Key: "q <1>" })));
    const Objects = [{ Key: "q <1>" }, { Key: "missing & gone" }];
    const loud = await store.client().send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    const quiet = await store.client().send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
    expect(loud.Deleted?.map((each) => each.Key).sort()).toEqual(["missing & gone", "q <1>"]);
    expect(quiet.Deleted).toBeUndefined();
    await expect(read("q <1>")).rejects.toMatchObject({ name: "NoSuchKey" });
  });
});
