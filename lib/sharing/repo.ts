import "server-only";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { decodeCursor, encodeCursor } from "@/lib/aws/cursor";
import { dynamo, indexes, table } from "@/lib/aws/dynamo";
import { gsi1, keys } from "@/lib/aws/keys";
import { transact } from "@/lib/aws/transact";
import type { Page } from "@/lib/entries/schema";
import { ShareRow } from "@/lib/sharing/row";

/** Writes a new link. One whose 128 random bits are there already is this one, written by an earlier try: answered as it is now. */
export async function insertShare(row: ShareRow): Promise<ShareRow> {
  const Item = { ...row, ...keys.share(row.id), ...gsi1.sharesOf(row.ownerId, row.createdAt, row.id) };
  const ConditionExpression = "attribute_not_exists(pk)";
  try {
    await dynamo().send(new PutCommand({ TableName: table(), Item, ConditionExpression }));
    return row;
  } catch (error) {
    const made = error instanceof ConditionalCheckFailedException ? await findShare(row.id) : null;
    if (!made) throw error;
    return made;
  }
}

/** A link as it is at this moment, whatever its state. */
export async function findShare(shareId: string): Promise<ShareRow | null> {
  const command = new GetCommand({ TableName: table(), Key: keys.share(shareId), ConsistentRead: true });
  const { Item } = await dynamo().send(command);
  return Item ? ShareRow.parse(Item) : null;
}

export type ListShares = { ownerId: string; entryId?: string; limit: number; cursor?: string };

/** One page of an owner's links, newest first, or of those of one entry; by an index, so it lags a moment. */
export async function listShareRows({ ownerId, entryId, limit, cursor }: ListShares): Promise<Page<ShareRow>> {
  const scope = `SHARES#${ownerId}#${entryId ?? ""}`;
  const items: ShareRow[] = [];
  let start = decodeCursor(scope, cursor)?.key as Record<string, unknown> | undefined;
  do {
    const { Items, LastEvaluatedKey } = await dynamo().send(
      new QueryCommand({
        TableName: table(),
        IndexName: indexes.gsi1,
        KeyConditionExpression: "GSI1PK = :pk",
        FilterExpression: entryId && "entryId = :entryId",
        ExpressionAttributeValues: {
          ":pk": gsi1.sharesOf(ownerId, "", "").GSI1PK,
          ...(entryId ? { ":entryId": entryId } : {}),
        },
        ScanIndexForward: false,
        ExclusiveStartKey: start,
        Limit: limit - items.length,
      }),
    );
    items.push(...(Items ?? []).map((item) => ShareRow.parse(item)));
    start = LastEvaluatedKey;
  } while (start && items.length < limit);
  return { items, nextCursor: start ? encodeCursor(scope, { key: start }) : null };
}

/** Takes a link away for good. */
export async function deleteShare(shareId: string): Promise<void> {
  await dynamo().send(new DeleteCommand({ TableName: table(), Key: keys.share(shareId) }));
}

export type ShareChange = Partial<
  Pick<ShareRow, "expiresAt" | "password" | "passwordVersion" | "maxDownloads" | "allowDownload" | "revokedAt">
>;

/** Changes a link that was not revoked. Null when it is not this owner's, or ended meanwhile. */
export async function changeShare(shareId: string, ownerId: string, change: ShareChange): Promise<ShareRow | null> {
  const fields = Object.entries(change).filter(([, value]) => value !== undefined);
  const sets = fields.map((_, index) => `#f${index} = :f${index}`);
  return update({
    Key: keys.share(shareId),
    UpdateExpression: `SET ${["ownerId = :ownerId", ...sets].join(", ")}`,
    ConditionExpression: "ownerId = :ownerId AND revokedAt = :never",
    ...(fields.length > 0
      ? { ExpressionAttributeNames: Object.fromEntries(fields.map(([name], index) => [`#f${index}`, name])) }
      : {}),
    ExpressionAttributeValues: {
      ...Object.fromEntries(fields.map(([, value], index) => [`:f${index}`, value])),
      ":ownerId": ownerId,
      ":never": null,
    },
  });
}

/**
 * Counts one download. Every rule of the link is asked again in the write, so that of many the last one has one winner. It is
 * a transaction because those know when they are asked for again: else a lost answer would count twice.
 */
export async function countDownload(link: ShareRow, now: Date): Promise<boolean> {
  const Update = {
    Key: keys.share(link.id),
    UpdateExpression: "ADD downloads :one, #day :one",
    ExpressionAttributeNames: { "#day": dayField("downloads", now) },
    ConditionExpression:
      "revokedAt = :null AND allowDownload = :true AND passwordVersion = :passwordVersion" +
      " AND (maxDownloads = :null OR downloads < maxDownloads) AND (expiresAt = :null OR expiresAt > :now)",
    ExpressionAttributeValues: {
      ":one": 1,
      ":true": true,
      ":null": null,
      ":passwordVersion": link.passwordVersion,
      ":now": now.toISOString(),
    },
  };
  const refused = await transact({ count: { Update } });
  return refused.size === 0;
}

// One number a day and a kind, beside the link: a few bytes each, and no row of its own to forget.
const dayField = (kind: "opens" | "downloads", at: Date): string => `${kind}_${at.toISOString().slice(0, 10)}`;

/** Counts one visit of a link's page. */
export async function countOpening(shareId: string, now: Date): Promise<void> {
  await update({
    Key: keys.share(shareId),
    UpdateExpression: "ADD #day :one",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeNames: { "#day": dayField("opens", now) },
    ExpressionAttributeValues: { ":one": 1 },
  });
}

/** How often a link was opened and downloaded on each of the given days. */
export async function findVisits(shareId: string, days: Date[]): Promise<{ opens: number; downloads: number }[]> {
  const command = new GetCommand({ TableName: table(), Key: keys.share(shareId), ConsistentRead: true });
  const { Item = {} } = await dynamo().send(command);
  const count = (kind: "opens" | "downloads", day: Date) => Number(Item[dayField(kind, day)] ?? 0);
  return days.map((day) => ({ opens: count("opens", day), downloads: count("downloads", day) }));
}

async function update(input: Omit<UpdateCommandInput, "TableName">): Promise<ShareRow | null> {
  try {
    const command = new UpdateCommand({ TableName: table(), ReturnValues: "ALL_NEW", ...input });
    const { Attributes } = await dynamo().send(command);
    return ShareRow.parse(Attributes);
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return null;
    throw error;
  }
}
