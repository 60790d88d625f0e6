import {
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTableCommand,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from "@aws-sdk/client-dynamodb";

const waiting = (client: DynamoDBClient) => ({ client, maxWaitTime: 600, minDelay: 1, maxDelay: 10 });

/** A table as the database describes it; null when there is none of this name. */
export async function describeTable(client: DynamoDBClient, TableName: string): Promise<TableDescription | null> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table ?? null;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
}

/**
 * Turns off what protects a table, deletes it and waits until it is gone. False when it was gone already; after a failure in the
 * middle it goes on from there.
 */
export async function removeTable(client: DynamoDBClient, TableName: string): Promise<boolean> {
  const found = await describeTable(client, TableName);
  if (!found) return false;
  if (found.DeletionProtectionEnabled) {
    await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }));
    await waitUntilTableExists(waiting(client), { TableName });
  }
  if (found.TableStatus !== "DELETING") await client.send(new DeleteTableCommand({ TableName }));
  await waitUntilTableNotExists(waiting(client), { TableName });
  return true;
}
