import "server-only";
import { GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "@/lib/aws/cursor";
import { dynamo, indexes, table } from "@/lib/aws/dynamo";
import { endings, gsi1, keys } from "@/lib/aws/keys";
import type { Write } from "@/lib/aws/transact";

/** Bytes on their way. `state` moves from open to done or aborted, once; done keeps the entry so that the answer can be repeated. */
export const UploadRow = z.object({
  id: z.string(),
  state: z.enum(["open", "done", "aborted"]),
  ownerId: z.string(),
  userId: z.string(),
  folderId: z.string(),
  name: z.string(),
  size: z.number(),
  type: z.string(),
  method: z.enum(["single", "multipart"]),
  partSize: z.number(),
  partCount: z.number(),
  objectKey: z.string(),
  multipartId: z.string().nullable(),
  sha256: z.string().nullable(),
  md5: z.string().nullable(),
  crc32: z.string().nullable(),
  modifiedAt: z.string().nullable(),
  onConflict: z.enum(["rename", "version"]).nullable(),
  entryId: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
});
export type UploadRow = z.infer<typeof UploadRow>;

const WEEK_SECONDS = 7 * 24 * 60 * 60;

/** The write that records a new upload; the indexes find it while it is open. */
export const insertUpload = (row: UploadRow): Write => ({
  Put: {
    Item: {
      ...keys.upload(row.id),
      ...gsi1.uploadsOf(row.userId, row.createdAt, row.id),
      ...endings.upload(row.expiresAt, row.id),
      ...row,
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** The write that ends an upload, one way or the other: whoever is second is refused. */
export const endUpload = (row: UploadRow, state: "done" | "aborted", entryId: string | null, now: Date): Write => ({
  Update: {
    Key: keys.upload(row.id),
    UpdateExpression:
      "SET #state = :state, entryId = :entryId, expires = :expires REMOVE GSI1PK, GSI1SK, GSI2PK, GSI2SK",
    ConditionExpression: state === "done" ? "#state = :open AND expiresAt > :now" : "#state = :open",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: {
      ...(state === "done" ? { ":now": now.toISOString() } : {}),
      ":state": state,
      ":entryId": entryId,
      ":open": "open",
      ":expires": Math.floor(now.getTime() / 1000) + WEEK_SECONDS,
    },
  },
});

/** The write that tells an open upload its true size. */
export const resizeUpload = (row: UploadRow, size: number): Write => ({
  Update: {
    Key: keys.upload(row.id),
    UpdateExpression: "SET #size = :size, partSize = :size",
    ConditionExpression: "#state = :open",
    ExpressionAttributeNames: { "#state": "state", "#size": "size" },
    ExpressionAttributeValues: { ":size": size, ":open": "open" },
  },
});

/**
 * An upload by its id, as it is at this moment: neither the sweep that aborts what was left alone nor the table's own expiry
 * comes on time (SECURITY 29).
 */
export async function findUpload(uploadId: string, now: Date): Promise<UploadRow | null> {
  const command = new GetCommand({ TableName: table(), Key: keys.upload(uploadId), ConsistentRead: true });
  const { Item } = await dynamo().send(command);
  if (!Item || Number(Item.expires ?? Infinity) <= now.getTime() / 1000) return null;
  const row = UploadRow.parse(Item);
  const isLeftAlone = row.state === "open" && row.expiresAt <= now.toISOString();
  return isLeftAlone ? { ...row, state: "aborted" } : row;
}

/** One page of somebody's open uploads, newest first. */
export async function listOpenUploads(userId: string, limit: number, cursor?: string) {
  const { GSI1PK } = gsi1.uploadsOf(userId, "", "");
  const { Items, LastEvaluatedKey } = await dynamo().send(
    new QueryCommand({
      TableName: table(),
      IndexName: indexes.gsi1,
      KeyConditionExpression: "GSI1PK = :pk",
      ExpressionAttributeValues: { ":pk": GSI1PK },
      ScanIndexForward: false,
      Limit: limit,
      ExclusiveStartKey: decodeCursor(GSI1PK, cursor)?.key,
    }),
  );
  const rows = (Items ?? []).map((item) => UploadRow.parse(item));
  return { rows, nextCursor: LastEvaluatedKey ? encodeCursor(GSI1PK, { key: LastEvaluatedKey }) : null };
}

/** Uploads left alone until now. */
export async function listExpiredUploads(now: Date, limit: number): Promise<UploadRow[]> {
  const { GSI2PK } = endings.upload("", "");
  const { Items } = await dynamo().send(
    new QueryCommand({
      TableName: table(),
      IndexName: indexes.gsi2,
      KeyConditionExpression: "GSI2PK = :pk AND GSI2SK <= :now",
      ExpressionAttributeValues: { ":pk": GSI2PK, ":now": now.toISOString() },
      Limit: limit,
    }),
  );
  return (Items ?? []).map((item) => UploadRow.parse(item));
}
