import "server-only";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandOutput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { StoredPassword } from "@/lib/auth/password";
import { dynamo, table } from "@/lib/aws/dynamo";
import { getMany } from "@/lib/aws/get-many";
import { gsi1, keys } from "@/lib/aws/keys";
import type { Write } from "@/lib/aws/transact";
import { parseUserRow } from "@/lib/users/users";

const Scope = z.enum(["read", "write"]);

/** A session of a browser or a token of a program: the same thing under its hash (DESIGN 5). */
export const TokenRow = z.object({
  hash: z.string(),
  /** What it is called by outside: a hash never leaves. */
  id: z.string().default(""),
  name: z.string().default(""),
  kind: z.enum(["session", "token"]),
  scopes: z.array(Scope),
  sessionVersion: z.number(),
  createdAt: z.string(),
  expires: z.number(),
  lastUsedAt: z.string().nullable().default(null),
  client: z.string().nullable().default(null),
  address: z.string().nullable().default(null),
});
export type TokenRow = z.infer<typeof TokenRow>;

/** The write that keeps a password, apart from the user so that no page ever carries it. */
export const credentialWrite = (userId: string, stored: StoredPassword): Write => ({
  Put: { Item: { ...keys.credential(userId), ...stored }, ConditionExpression: "attribute_not_exists(pk)" },
});

/** The write that puts another password in the place of the one that was read. */
export const replaceCredential = (userId: string, before: StoredPassword, after: StoredPassword): Write => ({
  Put: {
    Item: { ...keys.credential(userId), ...after },
    ConditionExpression: "#hash = :before",
    ExpressionAttributeNames: { "#hash": "hash" },
    ExpressionAttributeValues: { ":before": before.hash },
  },
});

/** The write that takes a password away. */
export const dropCredential = (userId: string): Write => ({ Delete: { Key: keys.credential(userId) } });

/** The write by which a session outlives the end of the others. */
export const keepSession = (userId: string, hash: string, sessionVersion: number): Write => ({
  Update: {
    Key: keys.token(userId, hash),
    UpdateExpression: "SET sessionVersion = :version",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: { ":version": sessionVersion },
  },
});

type ProviderAccount = { userId: string; type: string; provider: string; providerAccountId: string };

/** The write that links an account to a provider's. The provider's tokens are not kept: we ask it nothing afterwards. */
export const linkWrite = ({ userId, type, provider, providerAccountId }: ProviderAccount): Write => ({
  Put: {
    Item: {
      ...keys.account(userId, provider, providerAccountId),
      ...gsi1.account(provider, providerAccountId),
      userId,
      type,
      provider,
      providerAccountId,
    },
  },
});

/** The stored password of an account; one that came by OAuth has none. */
export async function findCredential(userId: string): Promise<StoredPassword | null> {
  const command = new GetCommand({ TableName: table(), Key: keys.credential(userId), ConsistentRead: true });
  const { Item } = await dynamo().send(command);
  return Item ? StoredPassword.parse(Item) : null;
}

/** Keeps a session or token. */
export async function insertToken(userId: string, row: TokenRow): Promise<void> {
  await dynamo().send(new PutCommand({ TableName: table(), Item: { ...keys.token(userId, row.hash), ...row } }));
}

/** Every session and token of an account, ended ones too until the table forgets them. */
export async function listTokenRows(userId: string): Promise<TokenRow[]> {
  const { pk, sk } = keys.token(userId, "");
  const rows: TokenRow[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page: QueryCommandOutput = await dynamo().send(
      new QueryCommand({
        TableName: table(),
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)",
        ExpressionAttributeValues: { ":pk": pk, ":sk": sk },
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    rows.push(...(page.Items ?? []).map((item) => TokenRow.parse(item)));
    start = page.LastEvaluatedKey;
  } while (start);
  return rows;
}

/** Moves a session's end; one that was ended meanwhile stays ended. */
export const setTokenExpiry = (userId: string, hash: string, expires: number): Promise<void> =>
  setTokenField(userId, hash, { expires });

/** Notes that a token was used; one that was revoked meanwhile stays revoked. */
export const setTokenUse = (userId: string, hash: string, lastUsedAt: string): Promise<void> =>
  setTokenField(userId, hash, { lastUsedAt });

async function setTokenField(userId: string, hash: string, field: Partial<TokenRow>): Promise<void> {
  const [[name, value] = ["", undefined]] = Object.entries(field);
  const update = new UpdateCommand({
    TableName: table(),
    Key: keys.token(userId, hash),
    UpdateExpression: "SET #name = :value",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeNames: { "#name": name },
    ExpressionAttributeValues: { ":value": value },
  });
  try {
    await dynamo().send(update);
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** Ends a session or token, from the next request on. */
export async function deleteToken(userId: string, hash: string): Promise<void> {
  await dynamo().send(new DeleteCommand({ TableName: table(), Key: keys.token(userId, hash) }));
}

/** The user and the session in one strongly consistent read; null when either is gone. */
export async function findUserAndToken(userId: string, hash: string) {
  const items = await getMany([keys.user(userId), keys.token(userId, hash)]);
  const user = items.find((item) => item.sk === keys.user(userId).sk);
  const token = items.find((item) => item.sk === keys.token(userId, hash).sk);
  return user && token ? { user: parseUserRow(user), token: TokenRow.parse(token) } : null;
}
