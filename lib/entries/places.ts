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
import { listLargestVersions } from "@/lib/entries/version-repo";

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
  const reachable = await keepReachable(await repo.findRows([...pointers.values()]));
  const nextCursor = LastEvaluatedKey ? encodeCursor(pk, { key: LastEvaluatedKey }) : null;
  return { items: reachable.map((row) => toEntry(row, { id: user.id, role: "owner" })), nextCursor };
}

/** The largest of the caller's files that can be reached, largest first. */
export async function listLargest(user: User, limit: number): Promise<Entry[]> {
  const versions = await listLargestVersions(user.id, limit * 2);
  const pointers = await repo.findPointers(versions.map(({ entryId }) => entryId));
  const rows = await keepReachable(await repo.findRows([...pointers.values()]));
  const sorted = rows.toSorted((a, b) => (b.size ?? 0) - (a.size ?? 0)).slice(0, limit);
  return sorted.map((row) => toEntry(row, { id: user.id, role: "owner" }));
}
