import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { z } from "zod";
import { dynamo, table } from "@/lib/aws/dynamo";
import { type Key, keys } from "@/lib/aws/keys";
import { newId } from "@/lib/ids";

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

/** What a claim found: the deed is the caller's to do, or somebody did it, is doing it, or asked something else under this key. */
export type Claim =
  | { kind: "mine"; key: Key }
  | { kind: "done"; answer: StoredAnswer }
  | { kind: "running" }
  | { kind: "other" };

/** Claims an idempotency key for 24 hours; a claim whose maker died may be taken over after a minute. */
export async function claimIdempotency(
  scope: string,
  hash: string,
  fingerprint: string,
  now = new Date(),
): Promise<Claim> {
  const key = keys.idempotency(scope, hash);
  const seconds = Math.floor(now.getTime() / 1000);
  const claimId = newId();
  const put = new PutCommand({
    TableName: table(),
    Item: { ...key, claimId, fingerprint, leaseUntil: seconds + LEASE_SECONDS, expires: seconds + DAY_SECONDS },
    ConditionExpression:
      "attribute_not_exists(pk) OR expires <= :now OR (attribute_not_exists(answer) AND leaseUntil <= :now AND fingerprint = :fingerprint)",
    ExpressionAttributeValues: { ":now": seconds, ":fingerprint": fingerprint },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
  try {
    await dynamo().send(put);
    return { kind: "mine", key };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const row = Row.parse(unmarshall(error.Item ?? {}));
    // The answer to our own write was lost, and the SDK asked again.
    return row.claimId === claimId ? { kind: "mine", key } : readClaim(row, fingerprint);
  }
}

function readClaim(row: z.infer<typeof Row>, fingerprint: string): Claim {
  if (row.fingerprint !== fingerprint) return { kind: "other" };
  return row.answer ? { kind: "done", answer: row.answer } : { kind: "running" };
}

/** Keeps the answer under a claimed key. */
export async function keepAnswer(key: Key, fingerprint: string, answer: StoredAnswer, now = new Date()): Promise<void> {
  const seconds = Math.floor(now.getTime() / 1000);
  const Item = { ...key, claimId: "", fingerprint, leaseUntil: seconds, expires: seconds + DAY_SECONDS, answer };
  await dynamo().send(new PutCommand({ TableName: table(), Item }));
}

/** Lets a claimed key go, after a refusal that changed nothing. */
export async function releaseClaim(key: Key): Promise<void> {
  await dynamo().send(new DeleteCommand({ TableName: table(), Key: key }));
}
