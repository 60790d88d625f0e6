import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import {
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  HeadBucketCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { expect, it } from "vitest";
import { dynamoClient, tableDefinition } from "@/lib/aws/dynamo";
import { s3, s3Settings } from "@/lib/aws/s3";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { measureBucket, type Place } from "./bucket-contents";
import { removeBucket } from "./remove-bucket";
import { describeTable, removeTable } from "./remove-table";

async function aBucket(): Promise<Place> {
  const bucket = `own-${newId()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "x")}`;
  await s3().send(new CreateBucketCommand({ Bucket: bucket }));
  await s3().send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: "Enabled" } }));
  return { client: s3(), bucket };
}

const put = ({ client, bucket }: Place, Key: string, Body = "12345") =>
  client.send(new PutObjectCommand({ Bucket: bucket, Key, Body }));

it("counts what a bucket holds: versions, delete markers, unfinished uploads, bytes", async () => {
  const place = await aBucket();
  for (const key of ["a", "a", "b"]) await put(place, key);
  await s3().send(new DeleteObjectCommand({ Bucket: place.bucket, Key: "b" }));
  await s3().send(new CreateMultipartUploadCommand({ Bucket: place.bucket, Key: "c" }));
  expect(await measureBucket(place)).toEqual({ objects: 1, versions: 3, markers: 1, uploads: 1, bytes: 15 });
});

it("empties a bucket for good and deletes it, in pages, and a second time finds nothing to do", async () => {
  const place = await aBucket();
  await Promise.all(Array.from({ length: 7 }, (_, index) => put(place, `many/${index}`)));
  await put(place, "many/1");
  await s3().send(new DeleteObjectCommand({ Bucket: place.bucket, Key: "many/2" }));
  await s3().send(new CreateMultipartUploadCommand({ Bucket: place.bucket, Key: "c" }));
  const gone: number[] = [];
  expect(await removeBucket({ ...place, pageSize: 4 }, (count) => gone.push(count))).toBe(true);
  expect(gone).toEqual([4, 4, 1, 1]);
  await expect(s3().send(new HeadBucketCommand({ Bucket: place.bucket }))).rejects.toMatchObject({ name: "NotFound" });
  expect(await removeBucket(place)).toBe(false);
  expect(await measureBucket(place)).toBeNull();
});

it("goes on with what arrived while it was emptied, and with what a failure left", async () => {
  const place = await aBucket();
  await put(place, "early");
  const late = new S3Client({ ...s3Settings(env().S3_ENDPOINT) });
  let arrivals = 2;
  late.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === "DeleteBucketCommand" && arrivals-- > 0) await put(place, `late ${arrivals}`);
      return next(args);
    },
    { step: "initialize" },
  );
  expect(await removeBucket({ ...place, client: late })).toBe(true);
  expect(await measureBucket(place)).toBeNull();
});

it("turns a table's protection off and deletes it, and a second time finds nothing to do", async () => {
  const TableName = `own-${newId()}`;
  const client = dynamoClient();
  await client.send(new CreateTableCommand({ ...tableDefinition(TableName), DeletionProtectionEnabled: true }));
  expect(await removeTable(client, TableName)).toBe(true);
  expect(await describeTable(client, TableName)).toBeNull();
  expect(await removeTable(client, TableName)).toBe(false);
});
