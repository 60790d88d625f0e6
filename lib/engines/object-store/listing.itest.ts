import { CreateBucketCommand, ListObjectsCommand, ListObjectsV2Command, PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestStore, type TestStore } from "./test-store";

const Bucket = "listing";
const keys = Array.from(
  { length: 60 },
  (_, at) => `list/${String(at % 12).padStart(2, "0")}/k${String(at).padStart(3, "0")}`,
);
const strange = ["a", "a-b", "a/b", "é", "\uffee", "😀", "tab\tx", "nul\u0001", "..", "../../escape", "%2F", "a+b&c"];
let store: TestStore;

beforeAll(async () => {
  store = await startTestStore();
  const client = store.client();
  await client.send(new CreateBucketCommand({ Bucket }));
  await Promise.all([...keys, ...strange].map((Key) => client.send(new PutObjectCommand({ Bucket, Key, Body: "x" }))));
});
afterAll(() => store.end());

const page = (more: {
  Prefix?: string;
  Delimiter?: string;
  MaxKeys?: number;
  ContinuationToken?: string;
  StartAfter?: string;
}) => store.client().send(new ListObjectsV2Command({ Bucket, ...more }));

describe("a listing", () => {
  it("pages through all keys, without a repeat and in the order of their bytes", async () => {
    const pages: (string | undefined)[][] = [];
    let ContinuationToken: string | undefined;
    do {
      const answer = await page({ MaxKeys: 7, ContinuationToken });
      pages.push((answer.Contents ?? []).map((each) => each.Key));
      ContinuationToken = answer.NextContinuationToken;
    } while (ContinuationToken);
    const wanted = [...keys, ...strange].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(pages.flat()).toEqual(wanted);
    expect(pages.slice(0, -1).every((each) => each.length === 7)).toBe(true);
  });

  it("pages through common prefixes", async () => {
    const first = await page({ Prefix: "list/", Delimiter: "/", MaxKeys: 7 });
    const second = await page({ Prefix: "list/", Delimiter: "/", ContinuationToken: first.NextContinuationToken });
    const prefixes = [...(first.CommonPrefixes ?? []), ...(second.CommonPrefixes ?? [])].map((each) => each.Prefix);
    expect([first.IsTruncated, first.KeyCount, second.IsTruncated]).toEqual([true, 7, false]);
    expect(prefixes).toEqual(Array.from({ length: 12 }, (_, at) => `list/${String(at).padStart(2, "0")}/`));
  });

  it("tells keys beside prefixes, and starts after a given key", async () => {
    const top = await page({ Prefix: "a", Delimiter: "/" });
    const after = await page({ Prefix: "list/", StartAfter: "list/11/k047" });
    expect([top.Contents?.map((each) => each.Key), top.CommonPrefixes]).toEqual([
      ["a", "a+b&c", "a-b"],
      [{ Prefix: "a/" }],
    ]);
    expect(after.Contents?.map((each) => each.Key)).toEqual(["list/11/k059"]);
  });

  it("encodes keys when asked, and counts nothing as a page of nothing", async () => {
    const answer = await store.client().send(new ListObjectsV2Command({ Bucket, Prefix: "nul", EncodingType: "url" }));
    expect([answer.EncodingType, answer.Contents?.length]).toEqual(["url", 1]);
    expect(await page({ MaxKeys: 0 })).toMatchObject({ KeyCount: 0, IsTruncated: false });
    await expect(page({ ContinuationToken: "%%%" })).rejects.toMatchObject({ name: "InvalidArgument" });
  });

  it("still speaks the older form", async () => {
    const first = await store.client().send(new ListObjectsCommand({ Bucket, Prefix: "list/00/", MaxKeys: 2 }));
    const Marker = first.Contents?.at(-1)?.Key;
    const second = await store.client().send(new ListObjectsCommand({ Bucket, Prefix: "list/00/", Marker }));
    const all = [...(first.Contents ?? []), ...(second.Contents ?? [])].map((each) => each.Key);
    expect(all).toEqual(["list/00/k000", "list/00/k012", "list/00/k024", "list/00/k036", "list/00/k048"]);
  });
});
