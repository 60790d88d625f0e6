import "server-only";
import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { Activity } from "@/lib/activity/schema";
import { decodeCursor, encodeCursor } from "@/lib/aws/cursor";
import { dynamo, table } from "@/lib/aws/dynamo";
import { keys } from "@/lib/aws/keys";

/** Keeps one activity until `expires`, in seconds. */
export async function insertActivity(userId: string, activity: Activity, expires: number): Promise<void> {
  const Item = { ...keys.activity(userId, activity.id), ...activity, expires };
  await dynamo().send(new PutCommand({ TableName: table(), Item }));
}

/** One page of an account's activity, newest first. The table's own expiry is late by days, so it is asked here (SECURITY 29). */
export async function listActivityRows(userId: string, page: { limit: number; cursor?: string; now: Date }) {
  const { pk } = keys.activity(userId, "");
  const { Items, LastEvaluatedKey } = await dynamo().send(
    new QueryCommand({
      TableName: table(),
      KeyConditionExpression: "pk = :pk",
      FilterExpression: "expires > :now",
      ExpressionAttributeValues: { ":pk": pk, ":now": page.now.getTime() / 1000 },
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: page.limit,
      ExclusiveStartKey: decodeCursor(pk, page.cursor)?.key,
    }),
  );
  const items = (Items ?? []).map((item) => Activity.parse(item));
  return { items, nextCursor: LastEvaluatedKey ? encodeCursor(pk, { key: LastEvaluatedKey }) : null };
}
