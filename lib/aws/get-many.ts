import { setTimeout as delay } from "node:timers/promises";
import { BatchGetCommand } from "@aws-sdk/lib-dynamodb";
import { dynamo, table } from "@/lib/aws/dynamo";
import type { Key } from "@/lib/aws/keys";
import { AppError } from "@/lib/errors";

const BATCH = 100;
const TRIES = 8;

/**
 * The items under these keys, strongly consistent; those that do not exist are left out. What the database puts off is asked
 * for again with jitter: an item left out for want of time would read as one that does not exist (SECURITY 31).
 * @throws AppError `unavailable` when the database keeps putting off.
 */
export async function getMany(wanted: Key[]): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let from = 0; from < wanted.length; from += BATCH)
    items.push(...(await getBatch(wanted.slice(from, from + BATCH))));
  return items;
}

async function getBatch(keys: Key[]): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let left = keys;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const RequestItems = { [table()]: { Keys: left, ConsistentRead: true } };
    const { Responses, UnprocessedKeys } = await dynamo().send(new BatchGetCommand({ RequestItems }));
    items.push(...(Responses?.[table()] ?? []));
    left = (UnprocessedKeys?.[table()]?.Keys ?? []) as Key[];
    if (left.length === 0) return items;
    await delay(Math.random() * Math.min(400, 15 * 2 ** attempt));
  }
  throw new AppError("unavailable", { retryAfter: 1 });
}
