import "server-only";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { User } from "@/lib/auth/session";
import { dynamo, table } from "@/lib/aws/dynamo";
import { getMany } from "@/lib/aws/get-many";
import { keys } from "@/lib/aws/keys";
import { presignGet, presignPut, type SignedRequest } from "@/lib/aws/presign";
import { headObject } from "@/lib/aws/s3";
import { keepReachable, requireEntry } from "@/lib/entries/access";
import * as repo from "@/lib/entries/repo";
import type { KeptThumbnail, StartThumbnail, Thumbnail } from "@/lib/entries/schema";
import { AppError } from "@/lib/errors";

const NONE = "none";
const OWNER_GET_SECONDS = 5 * 60;

/** Where the small picture of an object lies: beside it, and it goes with it. */
export const thumbnailKey = (objectKey: string): string => `${objectKey}.thumbnail`;

/** Signs the PUT of a small picture that a browser made of a file's content. @throws AppError `not_found`. */
export async function startThumbnail(
  user: User,
  entryId: string,
  { type, size, md5, host }: StartThumbnail & { host?: string },
): Promise<SignedRequest> {
  const objectKey = await requireContent(user, entryId);
  return presignPut({ objectKey: thumbnailKey(objectKey), size, type, digests: { md5 }, host });
}

/**
 * Notes that a file's content has its small picture now, or, with null, that no browser could make one: then none is asked to
 * again. @throws AppError `not_found`, `incomplete_upload` when the store hasn't got it.
 */
export async function keepThumbnail(user: User, entryId: string, { type }: KeptThumbnail): Promise<void> {
  const objectKey = await requireContent(user, entryId);
  if (type !== null && !(await headObject(thumbnailKey(objectKey)))) throw new AppError("incomplete_upload");
  await dynamo().send(
    new UpdateCommand({
      TableName: table(),
      Key: keys.object(objectKey),
      UpdateExpression: "SET thumbnail = :type",
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeValues: { ":type": type ?? NONE },
    }),
  );
}

async function requireContent(user: User, entryId: string): Promise<string> {
  const { row } = await requireEntry(user, entryId, "editor");
  if (!row.objectKey) throw new AppError("not_found", { detail: "A folder has no content." });
  return row.objectKey;
}

/** The small pictures of many files in one go; what is not there, or not the caller's, is left out. */
export async function listThumbnails(user: User, entryIds: string[], host?: string): Promise<Thumbnail[]> {
  const pointers = [...(await repo.findPointers(entryIds)).values()].filter(({ ownerId }) => ownerId === user.id);
  const rows = await keepReachable(await repo.findRows(pointers));
  const files = rows.flatMap(({ id, name, objectKey }) => (objectKey ? [{ id, name, objectKey }] : []));
  const objects = await getMany([...new Set(files.map(({ objectKey }) => objectKey))].map(keys.object));
  const kinds = new Map(objects.map((item) => [String(item.objectKey), item.thumbnail]));
  return Promise.all(
    files.map(async ({ id, name, objectKey }) => {
      const type = kinds.get(objectKey);
      if (typeof type !== "string") return { id, state: "missing" as const, url: null };
      if (type === NONE) return { id, state: "none" as const, url: null };
      const shown = { name, type, disposition: "inline" as const, seconds: OWNER_GET_SECONDS, host };
      return { id, state: "ready" as const, url: await presignGet({ objectKey: thumbnailKey(objectKey), ...shown }) };
    }),
  );
}
