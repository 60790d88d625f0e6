import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { z } from "zod";
import { isWritten } from "@/lib/aws/conditional";
import { dynamo, table } from "@/lib/aws/dynamo";
import { type Key, keys } from "@/lib/aws/keys";
import { newTimeId } from "@/lib/ids";

const DAY_SECONDS = 24 * 60 * 60;
const LEASE_SECONDS = 60;

const StoredAnswer = z.object({ status: z.number(), body: z.string(), headers: z.record(z.string(), z.string()) });
const Row = z.object({
  claimId: z.string(),
  fingerprint: z.string(),
  leaseUntil: z.number(),
  expires: z.number(),
  answer: StoredAnswer.optional(),
});

/** An answer kept for whoever asks the same thing again. */
export type StoredAnswer = z.infer<typeof StoredAnswer>;

/** A claim that is held: where it is, its id, and what was asked for under it. */
export type Held = { key: Key; claimId: string; fingerprint: string };

/** What a claim found: the deed is the caller's to do, or somebody did it, is doing it, or asked something else under this key. */
export type Claim =
  | ({ kind: "mine" } & Held)
  | { kind: "done"; answer: StoredAnswer }
  | { kind: "running" }
  | { kind: "other" };

/**
 * Claims an idempotency key for 24 hours. A claim whose maker died may be taken over after a minute, with the claim's own id:
 * by it the deed finds what it made before.
 */
export async function claimIdempotency(
  scope: string,
  hash: string,
  fingerprint: string,
  now = new Date(),
): Promise<Claim> {
  const key = keys.idempotency(scope, hash);
  const seconds = Math.floor(now.getTime() / 1000);
  const claimId = newTimeId(now);
  const put = new PutCommand({
    TableName: table(),
    Item: { ...key, claimId, fingerprint, leaseUntil: seconds + LEASE_SECONDS, expires: seconds + DAY_SECONDS },
    ConditionExpression: "attribute_not_exists(pk) OR expires <= :now",
    ExpressionAttributeValues: { ":now": seconds },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
  try {
    await dynamo().send(put);
    return { kind: "mine", key, claimId, fingerprint };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const row = Row.parse(unmarshall(error.Item ?? {}));
    // The answer to our own write was lost, and the SDK asked again.
    if (row.claimId === claimId) return { kind: "mine", key, claimId, fingerprint };
    if (row.fingerprint !== fingerprint) return { kind: "other" };
    if (row.answer) return { kind: "done", answer: row.answer };
    const isTaken = row.leaseUntil <= seconds && (await takeOver(key, row, seconds));
    return isTaken ? { kind: "mine", key, claimId: row.claimId, fingerprint } : { kind: "running" };
  }
}

async function takeOver(key: Key, { claimId, leaseUntil }: z.infer<typeof Row>, seconds: number): Promise<boolean> {
  const update = new UpdateCommand({
    TableName: table(),
    Key: key,
    UpdateExpression: "SET leaseUntil = :until",
    ConditionExpression: "claimId = :claimId AND leaseUntil = :before AND attribute_not_exists(answer)",
    ExpressionAttributeValues: { ":until": seconds + LEASE_SECONDS, ":claimId": claimId, ":before": leaseUntil },
  });
  return isWritten(dynamo().send(update));
}

/** Keeps the answer under a claimed key. */
export async function keepAnswer({ key, ...held }: Held, answer: StoredAnswer, now = new Date()): Promise<void> {
  const seconds = Math.floor(now.getTime() / 1000);
  const Item = { ...key, ...held, leaseUntil: seconds, expires: seconds + DAY_SECONDS, answer };
  await dynamo().send(new PutCommand({ TableName: table(), Item }));
}

/** Lets a claimed key go, after a refusal that changed nothing. */
export async function releaseClaim(key: Key): Promise<void> {
  await dynamo().send(new DeleteCommand({ TableName: table(), Key: key }));
}
