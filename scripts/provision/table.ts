import {
  CreateTableCommand,
  DescribeContinuousBackupsCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateContinuousBackupsCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { dynamoClient, table, tableDefinition } from "@/lib/aws/dynamo";
import type { Step } from "./steps";

/** The table, as the app expects it. Every step may be repeated. */
export function tableSteps(): Step[] {
  const client = dynamoClient();
  return [
    { title: `create the table ${table()}`, right: "dynamodb:CreateTable", run: () => createTable(client) },
    { title: "wait for the table", right: "dynamodb:DescribeTable", run: () => waitForTable(client) },
    { title: "let rows expire", right: "dynamodb:UpdateTimeToLive", run: () => enableExpiry(client) },
    {
      title: "keep backups of every moment",
      right: "dynamodb:UpdateContinuousBackups",
      feature: "pitr",
      run: () => enableBackups(client),
    },
  ];
}

async function createTable(client: DynamoDBClient): Promise<void> {
  try {
    await client.send(new CreateTableCommand(tableDefinition()));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
}

async function waitForTable(client: DynamoDBClient): Promise<void> {
  await waitUntilTableExists({ client, maxWaitTime: 180, minDelay: 1, maxDelay: 5 }, { TableName: table() });
}

async function enableExpiry(client: DynamoDBClient): Promise<void> {
  const { TimeToLiveDescription: now } = await client.send(new DescribeTimeToLiveCommand({ TableName: table() }));
  if (now?.TimeToLiveStatus === "ENABLED" || now?.TimeToLiveStatus === "ENABLING") return;
  const TimeToLiveSpecification = { AttributeName: "expires", Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName: table(), TimeToLiveSpecification }));
}

async function enableBackups(client: DynamoDBClient): Promise<void> {
  const state = await client.send(new DescribeContinuousBackupsCommand({ TableName: table() }));
  const now = state.ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus;
  if (now === "ENABLED") return;
  const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
  await client.send(new UpdateContinuousBackupsCommand({ TableName: table(), PointInTimeRecoverySpecification }));
}
