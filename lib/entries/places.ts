import "server-only";
import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { User } from "@/lib/auth/session";
import { decodeCursor, encodeCursor } from "@/lib/aws/cursor";
import { dynamo, table } from "@/lib/aws/dynamo";
import { keys } from "@/lib/aws/keys";
import { keepReachable } from "@/lib/entries/access";
import * as repo from "@/lib/entries/repo";
import { toEntry } from "@/lib/entries/row";
import type { Entry, ListPlain, Page } from "@/lib/entries/schema";

/** One page of the caller's files, last changed first. What is below the trash is left out, so a page may be short. */
export async function listRecent(user: User, { limit, cursor }: ListPlain): Promise<Page<Entry>> {
  const { rows, nextCursor } = await repo.listRecentRows(user.id, limit, cursor);
  const reachable = await keepReachable(rows);
  return { items: reachable.map((row) => toEntry(row, { id: user.id, role: "owner" })), nextCursor };
}

/** One page of what the caller starred. What is in or below the trash is left out, so a page may be short. */
export async function listStarred(user: User, { limit, cursor }: ListPlain): Promise<Page<Entry>> {
  const { pk } = keys.star(user.id, "");
  const { Items, LastEvaluatedKey } = await dynamo().send(
    new QueryCommand({
      TableName: table(),
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": pk },
      ConsistentRead: true,
      Limit: limit,
      ExclusiveStartKey: decodeCursor(pk, cursor)?.key,
    }),
  );
  const pointers = await repo.findPointers((Items ?? []).map((item) => String(item.id)));
  const rows = await Promise.all([...pointers.values()].map(repo.findRow));
  const reachable = await keepReachable(rows.flatMap((row) => (row ? [row] : [])));
  const nextCursor = LastEvaluatedKey ? encodeCursor(pk, { key: LastEvaluatedKey }) : null;
  return { items: reachable.map((row) => toEntry(row, { id: user.id, role: "owner" })), nextCursor };
}
