import { CreateBucketCommand, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, expect, it } from "vitest";
import { anObject, startTestStore, type TestStore } from "./test-store";

const Bucket = "signatures";
let store: TestStore;

beforeAll(async () => {
  store = await startTestStore();
  await store.client().send(new CreateBucketCommand({ Bucket }));
  await store.client().send(new PutObjectCommand(anObject({ Bucket })));
});
afterAll(() => store.end());

const signPut = (options: Parameters<typeof getSignedUrl>[2] = {}) =>
  getSignedUrl(
    store.client(),
    new PutObjectCommand({ Bucket, Key: "signed", ContentType: "image/png", ContentLength: 4 }),
    { expiresIn: 300, signableHeaders: new Set(["content-type", "content-length", "host"]), ...options },
  );

const put = async (url: string, body = "1234", type = "image/png"): Promise<string> => {
  const answer = await fetch(url, { method: "PUT", body, headers: { "content-type": type } });
  return `${answer.status} ${/<Code>(\w+)/.exec(await answer.text())?.[1] ?? ""}`.trim();
};

it("takes a body through a signed URL", async () => {
  expect(await put(await signPut())).toBe("200");
});

it("refuses a URL of which anything was changed", async () => {
  const url = await signPut();
  expect(await put(url.replace("/signed", "/other"))).toBe("403 SignatureDoesNotMatch");
  expect(await put(url.replace("Expires=300", "Expires=301"))).toBe("403 SignatureDoesNotMatch");
  expect(await put(url.replace(/Signature=\w{4}/, "Signature=0000"))).toBe("403 SignatureDoesNotMatch");
  expect(await put(`${url}&versionId=1`)).toBe("403 SignatureDoesNotMatch");
});

it("refuses another length or type than was signed", async () => {
  expect(await put(await signPut(), "12345")).toBe("403 SignatureDoesNotMatch");
  expect(await put(await signPut(), "1234", "text/html")).toBe("403 SignatureDoesNotMatch");
});

it("refuses what has expired, and what is signed for later", async () => {
  const hour = 3600_000;
  expect(await put(await signPut({ expiresIn: 60, signingDate: new Date(Date.now() - hour) }))).toBe(
    "403 AccessDenied",
  );
  expect(await put(await signPut({ signingDate: new Date(Date.now() + hour) }))).toBe("403 AccessDenied");
  const lasting = (await signPut()).replace("Expires=300", "Expires=604801");
  expect(await put(lasting)).toBe("400 AuthorizationQueryParametersError");
});

it("refuses one method's URL for another", async () => {
  expect(await put(await getSignedUrl(store.client(), new GetObjectCommand({ Bucket, Key: "signed" })))).toContain(
    "403",
  );
});

it("refuses a wrong secret, an unknown key and another region", async () => {
  const get = new GetObjectCommand({ Bucket, Key: "a.txt" });
  const wrong = store.client({ credentials: { accessKeyId: "test-key", secretAccessKey: "wrong" } });
  const unknown = store.client({ credentials: { accessKeyId: "nobody", secretAccessKey: "test-secret" } });
  await expect(wrong.send(get)).rejects.toMatchObject({ name: "SignatureDoesNotMatch" });
  await expect(unknown.send(get)).rejects.toMatchObject({ name: "InvalidAccessKeyId" });
  await expect(store.client({ region: "eu-west-1" }).send(get)).rejects.toMatchObject({
    name: "AuthorizationHeaderMalformed",
  });
});

it("refuses x-amz headers that nobody signed", async () => {
  const url = await getSignedUrl(store.client(), new PutObjectCommand({ Bucket, Key: "meta" }));
  const answer = await fetch(url, { method: "PUT", body: "x", headers: { "x-amz-meta-role": "owner" } });
  expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining("x-amz-meta-role")]);
});

it("lets nobody in who does not sign", async () => {
  const ask = async (method: string, path: string) => (await fetch(`${store.endpoint}${path}`, { method })).status;
  const asked = await Promise.all([
    ask("GET", "/"),
    ask("GET", `/${Bucket}/a.txt`),
    ask("HEAD", `/${Bucket}/a.txt`),
    ask("GET", `/${Bucket}?list-type=2`),
    ask("PUT", `/${Bucket}/a.txt`),
    ask("DELETE", `/${Bucket}/a.txt`),
    ask("POST", `/${Bucket}?delete`),
  ]);
  expect(new Set(asked)).toEqual(new Set([403]));
});

it("refuses an Authorization header that is not one", async () => {
  const ask = async (authorization: string) =>
    (await fetch(`${store.endpoint}/${Bucket}/a.txt`, { headers: { authorization } })).status;
  expect(await ask("AWS4-HMAC-SHA256 garbage")).toBe(400);
  expect(await ask("AWS key:signature")).toBe(400);
});
