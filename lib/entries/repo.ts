import "server-only";
import { isDeepStrictEqual } from "node:util";
import { GetCommand, QueryCommand, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { decodeCursor, encodeCursor } from "@/lib/aws/cursor";
import { dynamo, indexes, table } from "@/lib/aws/dynamo";
import { getMany } from "@/lib/aws/get-many";
import { keys } from "@/lib/aws/keys";
import { EntryRow, Pointer, rowSk } from "@/lib/entries/row";
import type { Kind, Order, Sort } from "@/lib/entries/schema";

export type RowPage = { rows: EntryRow[]; nextCursor: string | null };

/** The pointer of an entry, whatever its state. */
export async function findPointer(entryId: string): Promise<Pointer | null> {
  const command = new GetCommand({ TableName: table(), Key: keys.pointer(entryId), ConsistentRead: true });
  const { Item } = await dynamo().send(command);
  return Item ? Pointer.parse(Item) : null;
}

/**
 * An entry's pointer and the row it points at, whatever its state. Two reads, so a move may come between them: then both are
 * read again, since an entry that moved is not one that is gone.
 */
export async function findWithRow(entryId: string): Promise<{ pointer: Pointer; row: EntryRow } | null> {
  for (let pointer = await findPointer(entryId); pointer; ) {
    const row = await findRow(pointer);
    if (row) return { pointer, row };
    const now = await findPointer(entryId);
    if (isDeepStrictEqual(pointer, now)) return null;
    pointer = now;
  }
  return null;
}

/** The row a pointer points at; null when it moved between the two reads. */
export async function findRow(pointer: Pointer): Promise<EntryRow | null> {
  const pk = pointer.trashedAt === null ? keys.row(pointer.parentId, "").pk : keys.trash(pointer.ownerId, "", "").pk;
  const command = new GetCommand({ TableName: table(), Key: { pk, sk: pointer.rowSk }, ConsistentRead: true });
  const { Item } = await dynamo().send(command);
  const row = Item ? EntryRow.parse(Item) : null;
  return row?.id === pointer.id ? row : null;
}

/** The entry of this kind and name in a folder. */
export async function findByName(parentId: string, kind: Kind, name: string): Promise<EntryRow | null> {
  const Key = keys.row(parentId, rowSk(kind, name));
  const { Item } = await dynamo().send(new GetCommand({ TableName: table(), Key, ConsistentRead: true }));
  return Item ? EntryRow.parse(Item) : null;
}

/** Which of the names are taken in a folder, by a file or by a folder. */
export async function takenNames(parentId: string, names: string[]): Promise<Set<string>> {
  const wanted = names.flatMap((name) => [
    keys.row(parentId, rowSk("folder", name)),
    keys.row(parentId, rowSk("file", name)),
  ]);
  const found = new Set((await getMany(wanted)).map((item) => String(item.sk)));
  return new Set(names.filter((name) => found.has(rowSk("folder", name)) || found.has(rowSk("file", name))));
}

/** The pointers of many entries by id, in the order that they were asked in; those that do not exist are left out. */
export async function findPointers(entryIds: string[]): Promise<Map<string, Pointer>> {
  const ids = [...new Set(entryIds)];
  const found = byId((await getMany(ids.map(keys.pointer))).map((item) => Pointer.parse(item)));
  return byId(ids.flatMap((id) => found.get(id) ?? []));
}

/** The rows that pointers point at, in their order; what moved meanwhile is left out. */
export async function findRows(pointers: Pointer[]): Promise<EntryRow[]> {
  const items = await getMany(
    pointers.map(({ parentId, ownerId, rowSk, trashedAt }) =>
      trashedAt === null ? { ...keys.row(parentId, rowSk) } : { ...keys.trash(ownerId, "", ""), sk: rowSk },
    ),
  );
  const rows = byId(items.map((item) => EntryRow.parse(item)));
  return pointers.flatMap(({ id }) => rows.get(id) ?? []);
}

// The database answers many keys in any order.
const byId = <T extends { id: string }>(items: T[]): Map<string, T> => new Map(items.map((item) => [item.id, item]));

export type WordPage = { rows: { word: string; entryId: string }[]; next?: Record<string, unknown> };

const wordsFrom = (ownerId: string, prefix: string) => ({
  KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
  ExpressionAttributeValues: { ":pk": keys.word(ownerId, "", "").pk, ":prefix": prefix },
  ConsistentRead: true,
});

/** One page of the words of an owner's names that begin so, with the entries that have them. */
export async function listWordRows(
  ownerId: string,
  prefix: string,
  { limit, start }: { limit: number; start?: Record<string, unknown> },
): Promise<WordPage> {
  const page = await query({ ...wordsFrom(ownerId, prefix), Limit: limit, ExclusiveStartKey: start });
  const rows = page.items.map((item) => {
    const [word = "", entryId = ""] = String(item.sk).split("#");
    return { word, entryId };
  });
  return { rows, next: page.next };
}

/** How many words begin so, counted up to a limit. */
export async function countWordRows(ownerId: string, prefix: string, limit: number): Promise<number> {
  const input = { TableName: table(), ...wordsFrom(ownerId, prefix), Select: "COUNT", Limit: limit } as const;
  return (await dynamo().send(new QueryCommand(input))).Count ?? 0;
}

const ORDERS: Record<Sort, { IndexName?: string; pk: string; sk: string }> = {
  name: { pk: "pk", sk: "sk" },
  modified: { IndexName: indexes.gsi2, pk: "GSI2PK", sk: "GSI2SK" },
  size: { IndexName: indexes.gsi3, pk: "GSI3PK", sk: "GSI3SK" },
};

/** One page of a folder: folders first in either direction; by name it is strongly consistent (DESIGN 3). */
export async function listRows(
  parentId: string,
  query: { sort: Sort; order: Order; limit: number; cursor?: string },
): Promise<RowPage> {
  const scope = `DIR#${parentId}#${query.sort}#${query.order}`;
  const cursor = decodeCursor(scope, query.cursor);
  const rows: EntryRow[] = [];
  let phase = cursor?.phase ?? "0";
  let start = cursor?.key;
  for (;;) {
    const page = await queryRows({ parentId, phase, start, ...query, limit: query.limit - rows.length });
    rows.push(...page.rows);
    start = page.next;
    const isFull = rows.length >= query.limit;
    if (start) {
      if (isFull) return { rows, nextCursor: encodeCursor(scope, { phase, key: start }) };
      continue;
    }
    if (phase === "1") return { rows, nextCursor: null };
    phase = "1";
    if (isFull) return { rows, nextCursor: encodeCursor(scope, { phase }) };
  }
}

type RowQuery = {
  parentId: string;
  phase: string;
  start?: Record<string, unknown>;
  sort: Sort;
  order: Order;
  limit: number;
};

async function queryRows({ parentId, phase, start, sort, order, limit }: RowQuery) {
  const { IndexName, pk, sk } = ORDERS[sort];
  const page = await query({
    IndexName,
    KeyConditionExpression: "#pk = :pk AND begins_with(#sk, :phase)",
    ExpressionAttributeNames: { "#pk": pk, "#sk": sk },
    ExpressionAttributeValues: { ":pk": `DIR#${parentId}`, ":phase": `${phase}#` },
    ConsistentRead: IndexName === undefined,
    ScanIndexForward: order === "asc",
    ExclusiveStartKey: start,
    Limit: limit,
  });
  return { rows: page.items.map((item) => EntryRow.parse(item)), next: page.next };
}

/** One page of an owner's trash, last trashed first. */
export const listTrashRows = (ownerId: string, limit: number, cursor?: string): Promise<RowPage> =>
  listPlain(cursor, {
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": keys.trash(ownerId, "", "").pk },
    ConsistentRead: true,
    ScanIndexForward: false,
    Limit: limit,
  });

/** One page of an owner's files, last changed first; by an index, so it lags a moment. */
export const listRecentRows = (ownerId: string, limit: number, cursor?: string): Promise<RowPage> =>
  listPlain(cursor, {
    IndexName: indexes.gsi1,
    KeyConditionExpression: "GSI1PK = :pk",
    ExpressionAttributeValues: { ":pk": `RECENT#${ownerId}` },
    ScanIndexForward: false,
    Limit: limit,
  });

async function listPlain(cursor: string | undefined, input: Omit<QueryCommandInput, "TableName">): Promise<RowPage> {
  const scope = String(input.ExpressionAttributeValues?.[":pk"]);
  const { items, next } = await query({ ...input, ExclusiveStartKey: decodeCursor(scope, cursor)?.key });
  const rows = items.map((item) => EntryRow.parse(item));
  return { rows, nextCursor: next ? encodeCursor(scope, { key: next }) : null };
}

async function query(input: Omit<QueryCommandInput, "TableName">) {
  const { Items, LastEvaluatedKey } = await dynamo().send(new QueryCommand({ TableName: table(), ...input }));
  return { items: Items ?? [], next: LastEvaluatedKey };
}
