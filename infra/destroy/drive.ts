import { placeIn } from "@/scripts/destroy/place";
import { replicaRegionOf } from "@/scripts/destroy/replica-region";
import { reachByLib } from "../aws/reach-by-lib";
import { type FoundStack, findStack, idsOf } from "../aws/stacks";
import type { Settings } from "../settings";

/** A bucket of the drive in its region. */
export type Held = { bucket: string; region: string };

/** The drive in an account, as far as it is still there: what its stack made, and what outlives that. */
export type Drive = {
  stack: FoundStack;
  bucket: Held | null;
  table: string | null;
  replica: { stack: FoundStack | null; held: Held } | null;
  secrets: string[];
  logGroups: string[];
};

const TABLES = ["AWS::DynamoDB::GlobalTable", "AWS::DynamoDB::Table"];

/** Looks for the drive that the settings name, and has lib reach it; null when CloudFormation has not known it for 90 days. */
export async function findDrive(settings: Settings, account: string): Promise<Drive | null> {
  const { STACK_NAME, AWS_REGION } = settings;
  const stack = await findStack(AWS_REGION, STACK_NAME);
  if (!stack) return null;
  const [bucket] = idsOf(stack, "AWS::S3::Bucket");
  const [table] = idsOf(stack, ...TABLES);
  reachByLib(AWS_REGION, { bucket, table });
  return {
    stack,
    bucket: bucket ? { bucket, region: AWS_REGION } : null,
    table: table ?? null,
    replica: await findReplica(settings, account, bucket),
    secrets: idsOf(stack, "AWS::SecretsManager::Secret"),
    logGroups: idsOf(stack, "AWS::Logs::LogGroup"),
  };
}

// Whoever takes a drive down may no longer have the variable set that it was made with: its bucket knows.
async function findReplica(settings: Settings, account: string, bucket: string | undefined): Promise<Drive["replica"]> {
  const name = `${settings.STACK_NAME}-replica`;
  const region =
    settings.REPLICA_REGION ??
    (bucket ? await replicaRegionOf(placeIn(settings.AWS_REGION, bucket), `${name}-${account}-`) : null);
  if (!region) return null;
  return { stack: await findStack(region, name), held: { bucket: `${name}-${account}-${region}`, region } };
}
