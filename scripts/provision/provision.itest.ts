import { DescribeTableCommand, DescribeTimeToLiveCommand } from "@aws-sdk/client-dynamodb";
import { GetBucketCorsCommand } from "@aws-sdk/client-s3";
import { expect, inject, it } from "vitest";
import { dynamoClient, table } from "@/lib/aws/dynamo";
import { bucket, s3 } from "@/lib/aws/s3";
import { env } from "@/lib/env";
import { provision } from "./provision";

it("makes the table with its indexes and expiry", async () => {
  const { Table } = await dynamoClient().send(new DescribeTableCommand({ TableName: table() }));
  const { TimeToLiveDescription } = await dynamoClient().send(new DescribeTimeToLiveCommand({ TableName: table() }));
  expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName).sort()).toEqual(["GSI1", "GSI2", "GSI3"]);
  expect(TimeToLiveDescription?.AttributeName).toBe("expires");
});

it("lets the app's own pages in, and no others (SECURITY 22)", async () => {
  const { CORSRules } = await s3().send(new GetBucketCorsCommand({ Bucket: bucket() }));
  const { AUTH_URL, APP_ORIGINS } = env();
  const origins = [...new Set([AUTH_URL, ...APP_ORIGINS])];
  expect(CORSRules?.flatMap(({ AllowedOrigins }) => AllowedOrigins)).toEqual(origins);
});

it("may be run again", async () => {
  await expect(provision(inject("laneSkip"))).resolves.toEqual([]);
});
