import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import {
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  HeadBucketCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { destroy } from "./destroy/destroy";
import { refusal } from "./test-support/fake-aws";
import { ASSETS, BUCKET, RELEASE, SECRET, startDriveOnAws, TABLE, whoAnswers } from "./test-support/fake-drive";

const REPLICA = "smart-drive-replica-111122223333-eu-west-1";
const replica = () => new S3Client({ region: "eu-west-1", forcePathStyle: true });

let drive: Awaited<ReturnType<typeof startDriveOnAws>>;
beforeAll(async () => {
  drive = await startDriveOnAws({ variables: { REPLICA_REGION: "eu-west-1" } });
  await drive.store.send(new PutObjectCommand({ Bucket: BUCKET, Key: "a", Body: "old" }));
  await drive.store.send(new PutObjectCommand({ Bucket: BUCKET, Key: "a", Body: "new" }));
  await drive.store.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: "a" }));
  await replica().send(new CreateBucketCommand({ Bucket: REPLICA }));
  await replica().send(new PutObjectCommand({ Bucket: REPLICA, Key: "a", Body: "new" }));
  await drive.store.send(new CreateMultipartUploadCommand({ Bucket: BUCKET, Key: "b" }));
});
afterAll(() => drive.stop());

const sure = () => whoAnswers("", "smart-drive", "delete everything");
const assets = async () => {
  const { Versions = [] } = await drive.store.send(new ListObjectVersionsCommand({ Bucket: ASSETS }));
  return Versions.map(({ Key }) => Key);
};

it("leaves nothing that costs, goes on after each failure in the middle, and says what remains", async () => {
  const { handlers, deeds, settings, store, database } = drive;
  const { deleteStack, deleteSecret } = handlers;

  handlers.deleteStack = drive.fail;
  await expect(destroy(settings, sure())).rejects.toThrow("AWS::CloudFront::Distribution E123: it is in use");
  expect(deeds).toEqual(["unprotect"]);

  Object.assign(handlers, { deleteStack, deleteSecret: () => refusal("AccessDeniedException", "not you") });
  await expect(destroy(settings, sure())).rejects.toThrow("not you");
  await store.send(new HeadBucketCommand({ Bucket: BUCKET }));

  Object.assign(handlers, { deleteSecret });
  const last = sure();
  await destroy(settings, last);

  expect(deeds).toContain(`delete secret ${SECRET} at once`);
  expect(deeds).toContain("delete log smart-drive-Log");
  await expect(store.send(new HeadBucketCommand({ Bucket: BUCKET }))).rejects.toMatchObject({ name: "NotFound" });
  const table = database.send(new DescribeTableCommand({ TableName: TABLE }));
  await expect(table).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  expect(await assets()).toEqual(["somebody-elses.zip"]);
  const said = last.said.join("\n");
  expect(said).toContain("2 versions (6 bytes), 1 marks of deletion, 1 unfinished uploads");
  expect(said).toContain("the stack smart-drive: was gone already");
  expect(said).toContain(`its replica ${REPLICA}: 1 objects in 1 versions (3 bytes)`);
  await expect(replica().send(new HeadBucketCommand({ Bucket: REPLICA }))).rejects.toMatchObject({ name: "NotFound" });
  expect(said).toContain(`the release ${ASSETS}/${RELEASE}: gone`);
  expect(said).toContain(`CDK's bucket ${ASSETS} has 1 objects (5 bytes), about 0.00 US dollars a month`);

  const after = sure();
  await destroy(settings, after);
  expect(after.asked).toEqual([]);
  expect(after.said.join("\n")).toContain(`the bucket ${BUCKET}: was gone already`);
});
