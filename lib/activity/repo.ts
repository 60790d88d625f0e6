import "server-only";
import { PutCommand, QueryCommand, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { Activity } from "@/lib/activity/schema";
import { decodeCursor, encodeCursor } from "@/lib/aws/cursor";
import { dynamo, indexes, table } from "@/lib/aws/dynamo";
import { gsi1, keys } from "@/lib/aws/keys";

/** Keeps one activity until `expires`, in seconds. */
export async function insertActivity(userId: string, activity: Activity, expires: number): Promise<void> {
  const { entryId, id } = activity;
  const byEntry = entryId ? gsi1.activityOf(entryId, id) : {};
  const Item = { ...keys.activity(userId, id), ...byEntry, ...activity, expires };
  await dynamo().send(new PutCommand({ TableName: table(), Item }));
}

type Asked = { limit: number; cursor?: string; now: Date };

/** One page of an account's activity, newest first. */
export const listActivityRows = (userId: string, asked: Asked) =>
  listRows(keys.activity(userId, "").pk, { KeyConditionExpression: "pk = :pk", ConsistentRead: true }, asked);

/** One page of an entry's activity, newest first; by an index, so it lags a moment. */
export const listEntryRows = (entryId: string, asked: Asked) =>
  listRows(
    gsi1.activityOf(entryId, "").GSI1PK,
    { KeyConditionExpression: "GSI1PK = :pk", IndexName: indexes.gsi1 },
    asked,
  );

// The table's own expiry is late by days, so it is asked here (SECURITY 29).
async function listRows(pk: string, where: Omit<QueryCommandInput, "TableName">, { limit, cursor, now }: Asked) {
  const { Items, LastEvaluatedKey } = await dynamo().send(
    new QueryCommand({
      TableName: table(),
      ...where,
      FilterExpression: "expires > :now",
      ExpressionAttributeValues: { ":pk": pk, ":now": now.getTime() / 1000 },
      ScanIndexForward: false,
      Limit: limit,
      ExclusiveStartKey: decodeCursor(pk, cursor)?.key,
    }),
  );
  const items = (Items ?? []).map((item) => Activity.parse(item));
  return { items, nextCursor: LastEvaluatedKey ? encodeCursor(pk, { key: LastEvaluatedKey }) : null };
}
