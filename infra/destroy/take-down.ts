import { CloudWatchLogsClient, DeleteLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { DeleteSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { dynamoClient } from "@/lib/aws/dynamo";
import { placeIn } from "@/scripts/destroy/place";
import { removeBucket } from "@/scripts/destroy/remove-bucket";
import { removeTable } from "@/scripts/destroy/remove-table";
import { showProgress } from "@/scripts/progress";
import type { Drive, Held } from "./drive";
import { removeStack, type Watching } from "./remove-stack";

/**
 * Takes the drive down, so that nothing of it costs: first what writes, then what was written, the table last, since it
 * is what an export needs. Each step looks whether there is something to do, so that all of it may be repeated.
 * @throws Error of the step that failed; what it says is what to do.
 */
export async function takeDown(drive: Drive, watching: Watching): Promise<void> {
  const { stack, replica, bucket, table } = drive;
  const region = stack.region;
  const step = async (what: string, run: () => Promise<boolean>) =>
    watching.say((await run()) ? `${what}: gone` : `${what}: was gone already`);
  await step(`the stack ${stack.name}`, () => removeStack(stack, watching));
  for (const name of drive.logGroups) await step(`the log ${name}`, () => removeLogGroup(region, name));
  for (const id of drive.secrets) await step(`the secret ${id}`, () => removeSecret(region, id));
  // Before the bucket: that one says where the replica is, should this have to be repeated.
  if (replica) {
    await step(`the replica ${replica.held.bucket}`, () => removeHeld(replica.held));
    const { stack: second } = replica;
    if (second) await step(`the stack ${second.name}`, () => removeStack(second, watching));
  }
  if (bucket) await step(`the bucket ${bucket.bucket}`, () => removeHeld(bucket));
  if (table) await step(`the table ${table}`, () => removeTable(dynamoClient(), table));
}

async function removeHeld({ bucket, region }: Held): Promise<boolean> {
  const emptying = showProgress(`Emptying ${bucket}`);
  const wasThere = await removeBucket(placeIn(region, bucket), (count) => emptying.add({ count }));
  emptying.end();
  return wasThere;
}

async function removeLogGroup(region: string, logGroupName: string): Promise<boolean> {
  return unlessMissing(() => new CloudWatchLogsClient({ region }).send(new DeleteLogGroupCommand({ logGroupName })));
}

// Without a window in which it could be taken back: it would cost until that ends, and there is nothing left that it opens.
async function removeSecret(region: string, SecretId: string): Promise<boolean> {
  const command = new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true });
  return unlessMissing(() => new SecretsManagerClient({ region }).send(command));
}

async function unlessMissing(run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === "ResourceNotFoundException") return false;
    throw error;
  }
}
