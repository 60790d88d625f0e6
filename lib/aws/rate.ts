import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { dynamo, table } from "@/lib/aws/dynamo";
import { keys } from "@/lib/aws/keys";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/** How many of something are allowed within a window of so many seconds. */
export type Limit = { name: string; max: number; seconds: number };

const MINUTE = 60;

/** The figures of SECURITY 16; `RATE_LIMIT_SCALE` multiplies all of them. */
export const limits = {
  loginAccount: { name: "login-account", max: 10, seconds: 15 * MINUTE },
  loginAddress: { name: "login-address", max: 100, seconds: 15 * MINUTE },
  sharePassword: { name: "share-password", max: 10, seconds: 15 * MINUTE },
  register: { name: "register", max: 20, seconds: 60 * MINUTE },
  uploads: { name: "uploads", max: 600, seconds: MINUTE },
  downloads: { name: "downloads", max: 1200, seconds: MINUTE },
  default: { name: "default", max: 3000, seconds: MINUTE },
} as const satisfies Record<string, Limit>;

/**
 * Counts one try against a limit that all copies of the app share. Counting comes before the deed, so that parallel tries
 * cannot slip through; `forgiveHit` takes it back where only failures count.
 * @throws AppError `rate_limited` with the seconds until the window ends.
 */
export async function countHit(limit: Limit, subject: string, now = new Date()): Promise<void> {
  const hits = await addHits(limit, subject, 1, now);
  if (hits <= limit.max * env().RATE_LIMIT_SCALE) return;
  const elapsed = (now.getTime() / 1000) % limit.seconds;
  throw new AppError("rate_limited", { retryAfter: limit.seconds - elapsed });
}

/** Takes back a hit that turned out not to be a failure. */
export async function forgiveHit(limit: Limit, subject: string, now = new Date()): Promise<void> {
  await addHits(limit, subject, -1, now);
}

async function addHits(limit: Limit, subject: string, by: number, now: Date): Promise<number> {
  const windowStart = Math.floor(now.getTime() / 1000 / limit.seconds) * limit.seconds;
  const update = new UpdateCommand({
    TableName: table(),
    Key: keys.rate(`${limit.name}#${subject}`, windowStart),
    UpdateExpression: "SET expires = :expires ADD hits :by",
    ExpressionAttributeValues: { ":by": by, ":expires": windowStart + 2 * limit.seconds },
    ReturnValues: "UPDATED_NEW",
  });
  const { Attributes } = await dynamo().send(update);
  return Number(Attributes?.hits ?? 0);
}
