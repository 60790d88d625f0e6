import { randomUUID } from "node:crypto";
import { BatchWriteCommand, type BatchWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { dynamo, table } from "@/lib/aws/dynamo";
import { keys } from "@/lib/aws/keys";
import { type EntryRow, pointerItem, rowItem } from "@/lib/entries/row";
import { wordsOf } from "@/lib/entries/words";

type Requests = NonNullable<BatchWriteCommandInput["RequestItems"]>[string];

const BATCH = 25;
const AT_ONCE = 4;

/** What a seeded entry is; all else is filled in. Its content was never uploaded: lists alone know of it. */
export type Seed = { kind: "file" | "folder"; name: string; size?: number; modifiedAt?: string };

/** Writes many entries into a folder of somebody's, the top one unless told, faster than requests could. */
export async function seedEntries(ownerId: string, seeds: Seed[], parentId = ownerId): Promise<void> {
  const items = seeds.flatMap((seed) => {
    const row = { ...rowOf(ownerId, seed), parentId };
    return [rowItem(row), pointerItem(row), ...wordsOf(row.name).map((word) => keys.word(ownerId, word, row.id))];
  });
  const batches: Requests[] = [];
  for (let at = 0; at < items.length; at += BATCH) {
    batches.push(items.slice(at, at + BATCH).map((Item) => ({ PutRequest: { Item } })));
  }
  const lane = async () => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) await write(batch);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

async function write(batch: Requests): Promise<void> {
  let left = batch;
  while (left.length > 0) {
    const command = new BatchWriteCommand({ RequestItems: { [table()]: left } });
    const { UnprocessedItems } = await dynamo().send(command);
    left = UnprocessedItems?.[table()] ?? [];
  }
}

function rowOf(ownerId: string, { kind, name, size = 0, modifiedAt }: Seed): EntryRow {
  const at = modifiedAt ?? new Date().toISOString();
  const content = { sha256: null, objectKey: null, versionId: null };
  const isFile = kind === "file";
  return {
    ...{ id: randomUUID(), kind, name, parentId: ownerId, ownerId, ...content },
    ...{ size: isFile ? size : null, type: isFile ? "text/plain" : null },
    ...{ createdAt: at, modifiedAt: at, trashedAt: null, starred: false, revision: 1 },
  };
}
