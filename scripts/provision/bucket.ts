import {
  CreateBucketCommand,
  HeadBucketCommand,
  PutBucketCorsCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketVersioningCommand,
  PutPublicAccessBlockCommand,
} from "@aws-sdk/client-s3";
import { bucket, s3 } from "@/lib/aws/s3";
import { env } from "@/lib/env";
import { corsRules, lifecycleRules } from "./rules";
import type { Feature, Step } from "./steps";

/** The bucket, private and ready for browsers. Every step may be repeated. */
export function bucketSteps(skip: readonly Feature[]): Step[] {
  return [
    { title: `create the bucket ${bucket()}`, right: "s3:CreateBucket", run: createBucket },
    {
      title: "block public access",
      right: "s3:PutBucketPublicAccessBlock",
      feature: "public-access-block",
      run: () => blockPublicAccess(!skip.includes("block-public-acls")),
    },
    { title: "encrypt at rest", right: "s3:PutEncryptionConfiguration", feature: "encryption", run: encrypt },
    { title: "keep versions", right: "s3:PutBucketVersioning", feature: "versioning", run: keepVersions },
    { title: "end what was abandoned", right: "s3:PutLifecycleConfiguration", feature: "lifecycle", run: endAbandoned },
    { title: "let the app's own pages in", right: "s3:PutBucketCORS", run: letPagesIn },
  ];
}

async function createBucket(): Promise<void> {
  if (await isThere()) return;
  await s3().send(new CreateBucketCommand({ Bucket: bucket() }));
}

async function isThere(): Promise<boolean> {
  try {
    await s3().send(new HeadBucketCommand({ Bucket: bucket() }));
    return true;
  } catch (error) {
    if (error instanceof Error && (error.name === "NotFound" || error.name === "NoSuchBucket")) return false;
    throw error;
  }
}

async function blockPublicAccess(isAclBlocked: boolean): Promise<void> {
  const PublicAccessBlockConfiguration = {
    BlockPublicAcls: isAclBlocked,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  };
  await s3().send(new PutPublicAccessBlockCommand({ Bucket: bucket(), PublicAccessBlockConfiguration }));
}

async function encrypt(): Promise<void> {
  const SSEAlgorithm = env().S3_SSE ?? "AES256";
  const Rules = [
    { ApplyServerSideEncryptionByDefault: { SSEAlgorithm }, BucketKeyEnabled: SSEAlgorithm === "aws:kms" },
  ];
  await s3().send(new PutBucketEncryptionCommand({ Bucket: bucket(), ServerSideEncryptionConfiguration: { Rules } }));
}

async function keepVersions(): Promise<void> {
  const VersioningConfiguration = { Status: "Enabled" as const };
  await s3().send(new PutBucketVersioningCommand({ Bucket: bucket(), VersioningConfiguration }));
}

async function endAbandoned(): Promise<void> {
  const LifecycleConfiguration = { Rules: lifecycleRules() };
  await s3().send(new PutBucketLifecycleConfigurationCommand({ Bucket: bucket(), LifecycleConfiguration }));
}

async function letPagesIn(): Promise<void> {
  const { AUTH_URL, APP_ORIGINS } = env();
  const CORSConfiguration = { CORSRules: corsRules([new URL(AUTH_URL).origin, ...APP_ORIGINS]) };
  await s3().send(new PutBucketCorsCommand({ Bucket: bucket(), CORSConfiguration }));
}
