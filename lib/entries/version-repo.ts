import "server-only";
import { GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "@/lib/aws/cursor";
import { dynamo, indexes, table } from "@/lib/aws/dynamo";
import { keys, sizes } from "@/lib/aws/keys";

export const VersionRow = z.object({
  id: z.string(),
  entryId: z.string(),
  objectKey: z.string(),
  size: z.number(),
  type: z.string(),
  sha256: z.string().nullable(),
  crc32: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
});
export type VersionRow = z.infer<typeof VersionRow>;

/** A version of a file of `ownerId` as an item of the table. */
export const versionItem = (version: VersionRow, ownerId: string): Record<string, unknown> => ({
  ...keys.version(version.entryId, version.id),
  ...sizes(ownerId, version.size, version.id),
  ...version,
});

/** The largest of an owner's stored contents, largest first; by an index, so it lags a moment. */
export async function listLargestVersions(ownerId: string, limit: number): Promise<VersionRow[]> {
  const { Items } = await dynamo().send(
    new QueryCommand({
      TableName: table(),
      IndexName: indexes.gsi3,
      KeyConditionExpression: "GSI3PK = :pk",
      ExpressionAttributeValues: { ":pk": sizes(ownerId, 0, "").GSI3PK },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return (Items ?? []).map((item) => VersionRow.parse(item));
}

/** One version of an entry. */
export async function findVersionRow(entryId: string, versionId: string): Promise<VersionRow | null> {
  const command = new GetCommand({ TableName: table(), Key: keys.version(entryId, versionId), ConsistentRead: true });
  const { Item } = await dynamo().send(command);
  return Item ? VersionRow.parse(Item) : null;
}

/** The first versions of an entry, newest first. */
export const listVersionRows = async (entryId: string, limit: number): Promise<VersionRow[]> =>
  (await pageVersionRows(entryId, limit)).rows;

/** One page of an entry's versions, newest first. */
export async function pageVersionRows(entryId: string, limit: number, cursor?: string) {
  const scope = `VERSIONS#${entryId}`;
  const { pk } = keys.version(entryId, "");
  const { Items, LastEvaluatedKey } = await dynamo().send(
    new QueryCommand({
      TableName: table(),
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :version)",
      ExpressionAttributeValues: { ":pk": pk, ":version": "VERSION#" },
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: limit,
      ExclusiveStartKey: decodeCursor(scope, cursor)?.key,
    }),
  );
  const rows = (Items ?? []).map((item) => VersionRow.parse(item));
  return { rows, nextCursor: LastEvaluatedKey ? encodeCursor(scope, { key: LastEvaluatedKey }) : null };
}
