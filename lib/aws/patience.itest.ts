import { HeadBucketCommand } from "@aws-sdk/client-s3";
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { expect, it } from "vitest";
import { startFaultyEngines } from "@/e2e/support/faulty-engines";
import { newId } from "@/lib/ids";
import { dynamo, dynamoClient, table } from "./dynamo";
import { keys } from "./keys";
import { patience } from "./patience";
import { bucket, s3, s3Client } from "./s3";

const { database, store, seen } = await startFaultyEngines();

const silence = { kind: "silence" } as const;
const short = { ...patience, tryMs: 100 };
const getItem = () => new GetCommand({ TableName: table(), Key: keys.user(newId()) });
const headBucket = () => new HeadBucketCommand({ Bucket: bucket() });

it("gives an engine 10 s a try, three tries, 25 s in all (SECURITY 35)", async () => {
  expect(patience).toMatchObject({ tryMs: 10_000, tries: 3, totalMs: 25_000 });
  expect(await dynamo().config.maxAttempts()).toBe(3);
  expect(await s3().config.maxAttempts()).toBe(3);
  const bounds = { requestTimeout: 10_000, throwOnRequestTimeout: true, socketTimeout: 10_000 };
  await Promise.all([dynamo().send(getItem()), s3().send(headBucket())]);
  expect(dynamo().config.requestHandler).toMatchObject({ config: bounds });
  expect(s3().config.requestHandler).toMatchObject({ config: bounds });
});

it("gives up on a silent database after three tries (SECURITY 35)", async () => {
  database.fail("GetItem", silence);
  await expect(dynamoClient(short).send(getItem())).rejects.toMatchObject({ name: "TimeoutError" });
  expect(seen).toEqual(["GetItem", "GetItem", "GetItem"]);
});

it("gives up on a silent store after three tries (SECURITY 35)", async () => {
  store.fail("HEAD object", silence);
  await expect(s3Client(short).send(headBucket())).rejects.toMatchObject({ name: "TimeoutError" });
  expect(seen).toEqual(["HEAD object", "HEAD object", "HEAD object"]);
});

it("gives up when the time for all tries is over, whatever tries are left (SECURITY 35)", async () => {
  database.fail("GetItem", silence);
  store.fail("HEAD object", silence);
  const hasty = { ...patience, totalMs: 100 };
  await expect(dynamoClient(hasty).send(getItem())).rejects.toThrow("within 100 ms");
  await expect(s3Client(hasty).send(headBucket())).rejects.toThrow("within 100 ms");
  expect(seen).toEqual(["GetItem", "HEAD object"]);
});

it("asks again after a silence, and has the answer", async () => {
  database.fail("GetItem", silence, 1);
  expect(await dynamoClient(short).send(getItem())).toMatchObject({ $metadata: { attempts: 2 } });
});
