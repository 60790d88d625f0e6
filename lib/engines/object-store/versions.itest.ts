import * as s3 from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestStore, type TestStore } from "./test-store";

const Bucket = "versions";
let store: TestStore;

beforeAll(async () => {
  store = await startTestStore();
  await store.client().send(new s3.CreateBucketCommand({ Bucket }));
  await setVersioning("Enabled");
});
afterAll(() => store.end());

const setVersioning = (Status: "Enabled" | "Suspended") =>
  store.client().send(new s3.PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));

const put = async (Key: string, Body: string) =>
  (await store.client().send(new s3.PutObjectCommand({ Bucket, Key, Body }))).VersionId;

const remove = (Key: string, VersionId?: string) =>
  store.client().send(new s3.DeleteObjectCommand({ Bucket, Key, VersionId }));

const list = (Prefix: string) => store.client().send(new s3.ListObjectVersionsCommand({ Bucket, Prefix }));

const read = async (Key: string, VersionId?: string) => {
  const { Body } = await store.client().send(new s3.GetObjectCommand({ Bucket, Key, VersionId }));
  return Body?.transformToString();
};

it("keeps every version, and lists the newest first", async () => {
  const [first, second] = [await put("doc", "one"), await put("doc", "two")];
  const { Versions } = await list("doc");
  expect([await read("doc"), await read("doc", first)]).toEqual(["two", "one"]);
  expect(Versions?.map((each) => [each.VersionId, each.IsLatest])).toEqual([
    [second, true],
    [first, false],
  ]);
});

it("hides a deleted object behind a marker, and shows it again without it", async () => {
  await put("marked", "here");
  const gone = await remove("marked");
  await expect(read("marked")).rejects.toMatchObject({ name: "NoSuchKey" });
  await expect(read("marked", gone.VersionId)).rejects.toMatchObject({ name: "MethodNotAllowed" });
  expect([gone.DeleteMarker, (await list("marked")).DeleteMarkers?.length]).toEqual([true, 1]);
  await remove("marked", gone.VersionId);
  expect(await read("marked")).toBe("here");
});

it("removes one version for good", async () => {
  const [first, second] = [await put("removed", "one"), await put("removed", "two")];
  await remove("removed", second);
  expect([await read("removed"), await read("removed", first)]).toEqual(["one", "one"]);
  await expect(read("removed", second)).rejects.toMatchObject({ name: "NoSuchVersion" });
});

it("brings an old version back by a copy", async () => {
  const first = await put("back", "one");
  await put("back", "two");
  const CopySource = `${Bucket}/back?versionId=${first}`;
  const copy = await store.client().send(new s3.CopyObjectCommand({ Bucket, Key: "back", CopySource }));
  expect([await read("back"), copy.CopySourceVersionId]).toEqual(["one", first]);
});

it("pages through versions", async () => {
  await put("page/a", "1");
  await put("page/a", "2");
  await put("page/b", "3");
  const wish = { Bucket, Prefix: "page/", MaxKeys: 1 };
  const seen: (string | undefined)[] = [];
  let marker: { KeyMarker?: string; VersionIdMarker?: string } | undefined = {};
  while (marker) {
    const page: s3.ListObjectVersionsCommandOutput = await store
      .client()
      .send(new s3.ListObjectVersionsCommand({ ...wish, ...marker }));
    seen.push(...(page.Versions ?? []).map((each) => `${each.Key} ${each.IsLatest}`));
    const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page;
    marker = page.IsTruncated ? { KeyMarker, VersionIdMarker } : undefined;
  }
  expect(seen).toEqual(["page/a true", "page/a false", "page/b true"]);
});

it("writes over one version alone while it is suspended", async () => {
  const kept = await put("suspended", "kept");
  await setVersioning("Suspended");
  await put("suspended", "lost");
  await put("suspended", "last");
  await setVersioning("Enabled");
  const { Versions } = await list("suspended");
  expect(Versions?.map((each) => each.VersionId)).toEqual(["null", kept]);
  expect(await read("suspended")).toBe("last");
});
