import * as s3 from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anObject, startTestStore, type TestStore } from "./test-store";

const Bucket = "settings";
const ORIGIN = "http://localhost:3000";
let store: TestStore;

beforeAll(async () => {
  store = await startTestStore({ OBJECT_STORE_CORS_ORIGINS: ORIGIN });
  await store.client().send(new s3.CreateBucketCommand({ Bucket }));
});
afterAll(() => store.end());

describe("a bucket", () => {
  it("is made once, listed, and removed when it is empty", async () => {
    const client = store.client();
    const name = { Bucket: "to-remove" };
    await client.send(new s3.CreateBucketCommand(name));
    await expect(client.send(new s3.CreateBucketCommand(name))).rejects.toMatchObject({
      name: "BucketAlreadyOwnedByYou",
    });
    await client.send(new s3.PutObjectCommand(anObject(name)));
    await expect(client.send(new s3.DeleteBucketCommand(name))).rejects.toMatchObject({ name: "BucketNotEmpty" });
    await client.send(new s3.DeleteObjectCommand({ ...name, Key: "a.txt" }));
    const { Buckets } = await client.send(new s3.ListBucketsCommand({}));
    await client.send(new s3.DeleteBucketCommand(name));
    expect(Buckets?.map((each) => each.Name)).toEqual(["settings", "to-remove"]);
    await expect(client.send(new s3.HeadBucketCommand(name))).rejects.toMatchObject({ name: "NotFound" });
    await expect(client.send(new s3.PutObjectCommand(anObject(name)))).rejects.toMatchObject({ name: "NoSuchBucket" });
  });

  it.each(["ab", "UPPER", "a..b", "-a-", "192.168.1.1"])("is not called %j", async (name) => {
    const create = new s3.CreateBucketCommand({ Bucket: name });
    await expect(store.client().send(create)).rejects.toMatchObject({ name: "InvalidBucketName" });
  });

  it("keeps the settings that are put on it", async () => {
    const client = store.client();
    const block = {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    };
    const rules: s3.LifecycleRule[] = [
      {
        ID: "a",
        Status: "Enabled",
        Filter: { Prefix: "" },
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 8 },
      },
      { ID: "n", Status: "Enabled", Filter: { Prefix: "x/" }, NoncurrentVersionExpiration: { NoncurrentDays: 30 } },
    ];
    const byDefault = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" as const } };
    await client.send(new s3.PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: block }));
    await client.send(
      new s3.PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules: rules } }),
    );
    await client.send(
      new s3.PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules: [byDefault] } }),
    );
    await store.restart("SIGTERM");
    const blocked = await client.send(new s3.GetPublicAccessBlockCommand({ Bucket }));
    const lifecycle = await client.send(new s3.GetBucketLifecycleConfigurationCommand({ Bucket }));
    const encryption = await client.send(new s3.GetBucketEncryptionCommand({ Bucket }));
    expect(blocked.PublicAccessBlockConfiguration).toEqual(block);
    expect(lifecycle.Rules).toEqual(rules);
    expect(encryption.ServerSideEncryptionConfiguration?.Rules).toMatchObject([byDefault]);
  });
});

describe("another origin", () => {
  const ask = async (method: string, headers: Record<string, string>) => {
    const url = await getSignedUrl(store.client(), new s3.PutObjectCommand({ Bucket, Key: "cors" }));
    const answer = await fetch(url, { method, headers, ...(method === "PUT" ? { body: "x" } : {}) });
    return {
      status: answer.status,
      allowed: answer.headers.get("access-control-allow-origin"),
      headers: answer.headers,
    };
  };
  const preflight = (origin: string) =>
    ask("OPTIONS", { origin, "access-control-request-method": "PUT", "access-control-request-headers": "content-md5" });

  it("is let in by default when the settings name it, and no other is", async () => {
    expect(await preflight(ORIGIN)).toMatchObject({ status: 200, allowed: ORIGIN });
    expect(await preflight("http://evil.test")).toMatchObject({ status: 403, allowed: null });
    const put = await ask("PUT", { origin: ORIGIN });
    expect([put.status, put.allowed, put.headers.get("access-control-expose-headers")]).toEqual([
      200,
      ORIGIN,
      expect.stringContaining("ETag"),
    ]);
  });

  it("can read why it was refused", async () => {
    const answer = await fetch(`${store.endpoint}/${Bucket}/cors`, {
      method: "PUT",
      body: "x",
      headers: { origin: ORIGIN },
    });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([403, ORIGIN]);
  });

  it("follows the bucket's own rules where there are any", async () => {
    const rule = {
      AllowedOrigins: ["http://*.example"],
      AllowedMethods: ["GET"],
      AllowedHeaders: ["content-*"],
      MaxAgeSeconds: 5,
    };
    const client = store.client();
    await client.send(new s3.PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: [rule] } }));
    const { CORSRules } = await client.send(new s3.GetBucketCorsCommand({ Bucket }));
    const before = [await preflight(ORIGIN), await preflight("http://a.example")].map((each) => each.allowed);
    const read = await ask("OPTIONS", { origin: "http://a.example", "access-control-request-method": "GET" });
    await client.send(new s3.DeleteBucketCorsCommand({ Bucket }));
    expect([CORSRules, before, read.allowed]).toEqual([[rule], [null, null], "http://a.example"]);
    expect((await preflight(ORIGIN)).allowed).toBe(ORIGIN);
  });
});

describe("what is not implemented", () => {
  it.each([
    ["an ACL", new s3.PutObjectAclCommand({ Bucket, Key: "a.txt", ACL: "private" })],
    ["a policy", new s3.PutBucketPolicyCommand({ Bucket, Policy: "{}" })],
    ["tags", new s3.PutObjectTaggingCommand({ Bucket, Key: "a.txt", Tagging: { TagSet: [] } })],
    ["tags with an object", new s3.PutObjectCommand(anObject({ Bucket, Tagging: "a=b" }))],
    ["another class", new s3.PutObjectCommand(anObject({ Bucket, StorageClass: "GLACIER" }))],
    ["another key", new s3.PutObjectCommand(anObject({ Bucket, ServerSideEncryption: "aws:kms" }))],
    ["a website", new s3.GetBucketWebsiteCommand({ Bucket })],
  ])("is refused as such: %s", async (_, command) => {
    const error = { name: "NotImplemented", $metadata: { httpStatusCode: 501 } };
    await expect(Reflect.apply(store.client().send, store.client(), [command])).rejects.toMatchObject(error);
  });

  it("refuses a lifecycle rule that would not be kept", async () => {
    const rule: s3.LifecycleRule = {
      Status: "Enabled",
      Filter: { Tag: { Key: "a", Value: "b" } },
      Expiration: { Days: 1 },
    };
    const put = new s3.PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules: [rule] } });
    await expect(store.client().send(put)).rejects.toMatchObject({ name: "NotImplemented" });
  });

  it("refuses an upload by HTML form", async () => {
    const form = new FormData();
    form.set("key", "a");
    expect((await fetch(`${store.endpoint}/${Bucket}`, { method: "POST", body: form })).status).toBe(501);
  });
});
