import "server-only";
import { GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { dynamo, table } from "@/lib/aws/dynamo";
import { type Key, keys } from "@/lib/aws/keys";
import { transact, type Write } from "@/lib/aws/transact";

const AT_ONCE = 50;

export const UserRow = z.object({
  id: z.string(),
  email: z.string(),
  name: z
    .string()
    .nullish()
    .transform((name) => name ?? ""),
  createdAt: z.string().default(new Date(0).toISOString()),
  sessionVersion: z.number().default(1),
});
export type UserRow = z.infer<typeof UserRow>;

const Lock = z.object({ userId: z.string() });
const Sums = z.looseObject({
  usedBytes: z.number(),
  reservedBytes: z.number(),
  quotaBytes: z.number(),
  files: z.number(),
});

/** The item that `@auth/dynamodb-adapter` would write for this user. */
const userItem = (user: UserRow) => {
  const byEmail = `USER#${user.email}`;
  return { ...keys.user(user.id), GSI1PK: byEmail, GSI1SK: byEmail, type: "USER", emailVerified: null, ...user };
};

const absent = "attribute_not_exists(pk)";

/** The writes that make an account: the user, the lock on its e-mail, its sums. */
export function accountWrites(user: UserRow, quotaBytes: number): Record<"user" | "email" | "usage", Write> {
  return {
    user: { Put: { Item: userItem(user), ConditionExpression: absent } },
    email: { Put: { Item: { ...keys.emailLock(user.email), userId: user.id }, ConditionExpression: absent } },
    usage: usageWrite(user.id, quotaBytes),
  };
}

const usageWrite = (userId: string, quotaBytes: number): Write => ({
  Put: {
    Item: { ...keys.usage(userId), usedBytes: 0, reservedBytes: 0, freeBytes: quotaBytes, quotaBytes, files: 0 },
    ConditionExpression: absent,
  },
});

/** The write that ends every session and token of the version that was read. */
export const bumpSessions = (userId: string, sessionVersion: number): Write => ({
  Update: {
    Key: keys.user(userId),
    UpdateExpression: "SET sessionVersion = :next",
    ConditionExpression: "sessionVersion = :now OR (attribute_exists(pk) AND attribute_not_exists(sessionVersion))",
    ExpressionAttributeValues: { ":now": sessionVersion, ":next": sessionVersion + 1 },
  },
});

/** Changes what a user is called; false when the account is gone. */
export async function setName(userId: string, name: string): Promise<boolean> {
  const Update = {
    Key: keys.user(userId),
    UpdateExpression: "SET #name = :name",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeNames: { "#name": "name" },
    ExpressionAttributeValues: { ":name": name },
  };
  return (await transact({ user: { Update } })).size === 0;
}

/** The writes by which nobody has this account any more: no session finds its user, and its address is free. */
export const dropWrites = (userId: string, email: string): Record<string, Write> => ({
  user: { Delete: { Key: keys.user(userId), ConditionExpression: "attribute_exists(pk)" } },
  email: { Delete: { Key: keys.emailLock(email) } },
});

/** Takes away every item under a partition key, in the order of their sort keys. */
export async function eraseItems(pk: string): Promise<void> {
  for (;;) {
    const { Items = [] } = await dynamo().send(
      new QueryCommand({
        TableName: table(),
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": pk },
        ProjectionExpression: "pk, sk",
        ConsistentRead: true,
        Limit: AT_ONCE,
      }),
    );
    if (Items.length === 0) return;
    await transact(Object.fromEntries(Items.map((Key, index) => [`item${index}`, { Delete: { Key } }])));
  }
}

/**
 * The partitions that hold what is known of an account besides its entries. Its sums go last, behind its tokens in the last one:
 * without them nothing can be added to it.
 */
export const partitionsOf = (userId: string): string[] => [
  keys.star(userId, "").pk,
  keys.activity(userId, "").pk,
  keys.word(userId, "", "").pk,
  keys.usage(userId).pk,
];

/** A user by id. */
export async function findUserRow(userId: string): Promise<UserRow | null> {
  const item = await get(keys.user(userId));
  return item ? UserRow.parse(item) : null;
}

/** Whose e-mail this is. */
export async function findUserIdByEmail(email: string): Promise<string | null> {
  const item = await get(keys.emailLock(email));
  return item ? Lock.parse(item).userId : null;
}

/** An account's sums as they are stored. */
export async function findSums(userId: string) {
  const item = await get(keys.usage(userId));
  return item ? Sums.parse(item) : null;
}

async function get(Key: Key): Promise<Record<string, unknown> | undefined> {
  const { Item } = await dynamo().send(new GetCommand({ TableName: table(), Key, ConsistentRead: true }));
  return Item;
}
