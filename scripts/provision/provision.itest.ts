import { DescribeTableCommand, DescribeTimeToLiveCommand } from "@aws-sdk/client-dynamodb";
import { expect, it } from "vitest";
import { dynamoClient, table } from "@/lib/aws/dynamo";
import { runSteps } from "./steps";
import { tableSteps } from "./table";

it("finds the table with its indexes and expiry", async () => {
  const { Table } = await dynamoClient().send(new DescribeTableCommand({ TableName: table() }));
  const { TimeToLiveDescription } = await dynamoClient().send(new DescribeTimeToLiveCommand({ TableName: table() }));
  expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName).sort()).toEqual(["GSI1", "GSI2", "GSI3"]);
  expect(TimeToLiveDescription?.AttributeName).toBe("expires");
});

it("may be run again", async () => {
  await expect(runSteps(tableSteps(), ["pitr"])).resolves.toEqual([]);
});
