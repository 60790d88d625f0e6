import { CreateBucketCommand, DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestStore, type TestStore } from "./test-store";

const Bucket = "keys";
let store: TestStore;

beforeAll(async () => {
  store = await startTestStore();
  await store.client().send(new CreateBucketCommand({ Bucket }));
});
afterAll(() => store.end());

const put = (Key: string, Body: string) => store.client().send(new PutObjectCommand({ Bucket, Key, Body }));

const read = async (Key: string) => {
  const { Body } = await store.client().send(new GetObjectCommand({ Bucket, Key }));
  return Body?.transformToString();
};

describe("a key", () => {
  it.each([
    "sp ace/ü日本 🎉.txt",
    "a+b&c=d?e#f%20g.txt",
    "quote'()!*~@:,;.txt",
    "dir/",
    "dup//slash",
    "back\\slash",
    "tab\tx",
    "n".repeat(255),
    `${"n".repeat(300)}/x`,
    "é".repeat(512),
  ])("may be %j, in a URL too", async (Key) => {
    await put(Key, "bytes");
    const answer = await fetch(await getSignedUrl(store.client(), new GetObjectCommand({ Bucket, Key })));
    expect([await read(Key), await answer.text()]).toEqual(["bytes", "bytes"]);
  });

  it.each([".", "..", "../../escape", "a/../b", "a/./b", "/", "//"])(
    "may be %j, which names no place on the disk",
    async (Key) => {
      await put(Key, Key);
      expect(await read(Key)).toBe(Key);
    },
  );

  it("may be the beginning of another", async () => {
    await put("co", "parent");
    await put("co/child", "child");
    expect([await read("co"), await read("co/child")]).toEqual(["parent", "child"]);
    await store.client().send(new DeleteObjectCommand({ Bucket, Key: "co" }));
    expect(await read("co/child")).toBe("child");
  });

  it("has at most 1,024 bytes", async () => {
    await expect(put("k".repeat(1025), "x")).rejects.toMatchObject({ name: "KeyTooLongError" });
  });

  it("must be UTF-8", async () => {
    const answer = await fetch(`${store.endpoint}/${Bucket}/%ff`);
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("InvalidURI")]);
  });
});
