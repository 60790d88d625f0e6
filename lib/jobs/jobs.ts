import "server-only";
import { DeleteCommand, GetCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Span } from "@opentelemetry/api";
import { z } from "zod";
import { isWritten } from "@/lib/aws/conditional";
import { dynamo, indexes, table } from "@/lib/aws/dynamo";
import { gsi1, keys } from "@/lib/aws/keys";
import { transact, type Write } from "@/lib/aws/transact";
import { newId } from "@/lib/ids";
import { describeError, log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { failSpan, inTrace } from "@/lib/trace";

const LEASE_SECONDS = 60;
const AT_ONCE = 25;

const Job = z.object({
  id: z.string(),
  kind: z.string(),
  payload: z.record(z.string(), z.string()),
  dueAt: z.string(),
});
export type Job = z.infer<typeof Job>;

/**
 * Does a job, from wherever the last try stopped; it calls `keepLease` now and then so that no other copy takes over, and says
 * how far it is where somebody wants to know.
 */
export type JobHandler = (payload: Job["payload"], keepLease: KeepLease) => Promise<void>;
export type KeepLease = (progress?: number) => Promise<void>;

/** The write that makes a job, for the transaction of the deed it finishes. Any copy of the app may carry it on. */
export function jobWrite(kind: string, payload: Job["payload"], now = new Date()): Write {
  return { Put: { Item: { ...jobItem(newId(), kind, payload, now), leaseUntil: 0 } } };
}

function jobItem(id: string, kind: string, payload: Job["payload"], now: Date): Record<string, unknown> {
  const dueAt = now.toISOString();
  return { ...keys.job(id), ...gsi1.jobsDue(dueAt, id), id, kind, payload, dueAt };
}

/**
 * A job that its maker begins at once and holds until it lets go by `releaseJob`, ends it by `endJob`, or dies: then any copy
 * carries it on.
 */
export function heldJob(
  kind: string,
  payload: Job["payload"],
  now = new Date(),
  id = newId(),
): { id: string; write: Write } {
  const leaseUntil = Math.floor(now.getTime() / 1000) + LEASE_SECONDS;
  return { id, write: { Put: { Item: { ...jobItem(id, kind, payload, now), leaseUntil } } } };
}

/** Lets go of a held job, for any copy to carry on. */
export const releaseJob = async (jobId: string): Promise<void> =>
  void (await lease(jobId, 0, "attribute_exists(pk)", new Date()));

/** Takes a job away that is done. */
export async function endJob(jobId: string): Promise<void> {
  await dynamo().send(new DeleteCommand({ TableName: table(), Key: keys.job(jobId) }));
}

/**
 * Leases each job that is due and does it; a failed one is left for a later try. Once `ending` says so, no further one is
 * begun, and the one in hand stops where it next asks to keep its lease, which is let go for another copy.
 */
export async function runDueJobs(
  handlers: Record<string, JobHandler>,
  now = new Date(),
  ending?: AbortSignal,
): Promise<number> {
  const { Items } = await dynamo().send(
    new QueryCommand({
      TableName: table(),
      IndexName: indexes.gsi1,
      KeyConditionExpression: "GSI1PK = :jobs AND GSI1SK <= :now",
      ExpressionAttributeValues: { ":jobs": "JOBS", ":now": `${now.toISOString()}~` },
      Limit: AT_ONCE,
    }),
  );
  let done = 0;
  for (const item of Items ?? []) {
    if (ending?.aborted) break;
    const job = Job.parse(item);
    const handle = handlers[job.kind];
    if (handle && (await takeLease(job.id, now))) done += (await runJob(job, handle, ending)) ? 1 : 0;
  }
  return done;
}

function runJob(job: Job, handle: JobHandler, ending?: AbortSignal): Promise<boolean> {
  const attributes = { "smart_drive.job_kind": job.kind, "smart_drive.job_id": job.id };
  return inTrace({ name: `job ${job.kind}`, attributes }, (span) => tryJob(job, handle, { ending, span }));
}

type Try = { ending?: AbortSignal; span?: Span };

async function tryJob(job: Job, handle: JobHandler, { ending, span }: Try): Promise<boolean> {
  const ended = metrics().jobs.startTimer({ kind: job.kind });
  try {
    await handle(job.payload, async (progress) => {
      await extendLease(job.id, progress);
      ending?.throwIfAborted();
    });
    await endJob(job.id);
    ended({ outcome: "done" });
    return true;
  } catch (error) {
    const isHandedOver = ending?.aborted === true && error === ending.reason;
    ended({ outcome: isHandedOver ? "handed_over" : "failed" });
    if (!isHandedOver) failSpan(span, error);
    await (isHandedOver ? handOver(job) : noteFailure(job, error));
    return false;
  }
}

async function handOver({ id, kind }: Job): Promise<void> {
  await releaseJob(id);
  log().info({ event: "job.handed_over", jobId: id, kind });
}

async function noteFailure({ id, kind }: Job, error: unknown): Promise<void> {
  log().error({ event: "job.failed", jobId: id, kind, error: describeError(error) });
}

/** Takes a turn at something that one copy does every so often; false when it was done lately or is being done. */
export async function takeTurn(name: string, everySeconds: number, now = new Date()): Promise<boolean> {
  return lease(`turn-${name}`, everySeconds, "attribute_not_exists(leaseUntil) OR leaseUntil <= :now", now);
}

const takeLease = (jobId: string, now: Date): Promise<boolean> =>
  lease(jobId, LEASE_SECONDS, "attribute_exists(pk) AND leaseUntil <= :now", now);

async function extendLease(jobId: string, progress?: number): Promise<void> {
  await lease(jobId, LEASE_SECONDS, "attribute_exists(pk)", new Date());
  if (progress !== undefined) await noteProgress(jobId, progress);
}

async function noteProgress(jobId: string, progress: number): Promise<void> {
  const Update = {
    Key: keys.job(jobId),
    UpdateExpression: "SET progress = :progress",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: { ":progress": progress },
  };
  await transact({ job: { Update } });
}

/** How far a job is, as it last said; null when it is done. */
export async function findProgress(jobId: string): Promise<number | null> {
  const command = new GetCommand({ TableName: table(), Key: keys.job(jobId), ConsistentRead: true });
  const { Item } = await dynamo().send(command);
  return Item ? Number(Item.progress ?? 0) : null;
}

async function lease(jobId: string, seconds: number, condition: string, now: Date): Promise<boolean> {
  const at = Math.floor(now.getTime() / 1000);
  const update = new UpdateCommand({
    TableName: table(),
    Key: keys.job(jobId),
    UpdateExpression: "SET leaseUntil = :until",
    ConditionExpression: condition,
    ExpressionAttributeValues: condition.includes(":now")
      ? { ":until": at + seconds, ":now": at }
      : { ":until": at + seconds },
  });
  return isWritten(dynamo().send(update));
}
