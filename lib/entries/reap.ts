import "server-only";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { dynamo, indexes, table } from "@/lib/aws/dynamo";
import { keys } from "@/lib/aws/keys";
import { deleteObject } from "@/lib/aws/s3";
import { purgeIfThere } from "@/lib/entries/purge";
import { EntryRow } from "@/lib/entries/row";
import { thumbnailKey } from "@/lib/entries/thumbnails";
import { env } from "@/lib/env";

const AT_ONCE = 100;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Deletes the objects that no version has named for an hour (SECURITY 27). Answers how many went. */
export async function reapObjects(now = new Date()): Promise<number> {
  let reaped = 0;
  for (const item of await due(indexes.gsi1, "REAP", now.toISOString())) {
    reaped += (await reapObject(String(item.objectKey))) ? 1 : 0;
  }
  return reaped;
}

// Condemning is conditional on nobody naming the object, and from then on nobody can: then its bytes go, then its row.
async function reapObject(objectKey: string): Promise<boolean> {
  const Key = keys.object(objectKey);
  try {
    await dynamo().send(
      new UpdateCommand({
        TableName: table(),
        Key,
        UpdateExpression: "SET condemned = :yes",
        ConditionExpression: "refs <= :none",
        ExpressionAttributeValues: { ":yes": true, ":none": 0 },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    await forgetReaping(objectKey);
    return false;
  }
  await deleteObject(thumbnailKey(objectKey));
  await deleteObject(objectKey);
  await dynamo().send(new DeleteCommand({ TableName: table(), Key }));
  return true;
}

async function forgetReaping(objectKey: string): Promise<void> {
  await dynamo().send(
    new UpdateCommand({ TableName: table(), Key: keys.object(objectKey), UpdateExpression: "REMOVE GSI1PK, GSI1SK" }),
  );
}

/** Purges what has been in the trash for `TRASH_DAYS`. */
export async function expireTrash(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - env().TRASH_DAYS * DAY_MS).toISOString();
  for (const item of await due(indexes.gsi2, "TRASH", before)) await purgeIfThere(EntryRow.parse(item));
}

async function due(index: "GSI1" | "GSI2", partition: string, before: string): Promise<Record<string, unknown>[]> {
  const { Items } = await dynamo().send(
    new QueryCommand({
      TableName: table(),
      IndexName: index,
      KeyConditionExpression: "#pk = :pk AND #sk <= :before",
      ExpressionAttributeNames: { "#pk": `${index}PK`, "#sk": `${index}SK` },
      ExpressionAttributeValues: { ":pk": partition, ":before": before },
      Limit: AT_ONCE,
    }),
  );
  return Items ?? [];
}
