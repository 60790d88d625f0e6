import { fileURLToPath } from "node:url";
import { App, type CfnElement, CfnOutput, RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { Asset } from "aws-cdk-lib/aws-s3-assets";
import { type ISecret, Secret } from "aws-cdk-lib/aws-secretsmanager";
import { AwsSolutionsChecks } from "cdk-nag";
import type { Construct } from "constructs";
import { accept } from "./accept";
import { makeBalancer } from "./balancer";
import { makeBucket, makeReplicaBucket } from "./bucket";
import { makeDownloads } from "./downloads";
import { makeFront } from "./front";
import { makeNetwork } from "./network";
import { makeRole } from "./role";
import { makeServers } from "./servers";
import { APP_VARIABLES, DESCRIPTION, globalName, replicaBucket, type Settings } from "./settings";
import { makeTable } from "./table";
import { makeWatch } from "./watch";

/**
 * The whole of it as a CDK app: one stack, and one more in the replica's region where one is wanted. It names no account, so
 * that what is deployed is what was synthesized and tested without one. @throws Error from synthesizing, where one of cdk-nag's rules is neither followed nor accepted.
 */
export function buildApp(settings: Settings): { app: App; stack: Stack } {
  const app = new App({ analyticsReporting: false });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const at = (region: string) => ({ env: { region }, terminationProtection: true });
  const stack = new Stack(app, settings.STACK_NAME, { ...at(settings.AWS_REGION), description: DESCRIPTION });
  const { REPLICA_REGION } = settings;
  if (!REPLICA_REGION) fill(stack, settings);
  else {
    const name = `${settings.STACK_NAME}-replica`;
    const replica = new Stack(app, name, at(REPLICA_REGION));
    makeReplicaBucket(replica, settings, replicaBucket(settings.STACK_NAME, REPLICA_REGION, replica.account));
    stack.addStackDependency(replica);
    fill(stack, settings, replicaBucket(settings.STACK_NAME, REPLICA_REGION, stack.account));
  }
  return { app, stack };
}

function fill(stack: Stack, settings: Settings, replicaName?: string): void {
  const vpc = makeNetwork(stack, settings.AVAILABILITY_ZONES);
  const balancer = makeBalancer(stack, vpc, settings.CLOUDFRONT_PREFIX_LIST);
  const front = makeFront(stack, settings, balancer.loadBalancer);
  const origin = `https://${settings.DOMAIN_NAME ?? front.distributionDomainName}`;
  const bucket = makeBucket(
    stack,
    settings,
    origin,
    replicaName ? Bucket.fromBucketName(stack, "Replica", replicaName) : undefined,
  );
  if (replicaName) acceptReplication(bucket, replicaName);
  const table = makeTable(stack);
  const logs = new LogGroup(stack, "Log", { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY });
  const secrets = makeSecrets(stack, settings);
  const download = downloadsOf(stack, settings, bucket);
  if (download.secret) secrets.CLOUDFRONT_PRIVATE_KEY = download.secret;
  const release = new Asset(stack, "Release", { path: releasePath(settings) });
  const role = makeRole(stack, { table, bucket, secrets: Object.values(secrets), release, logs });
  const servers = makeServers(stack, settings, {
    ...{ vpc, role, balancer, release: release.s3ObjectUrl, logGroup: logs.logGroupName },
    env: {
      ...appEnv(stack, settings, origin),
      DYNAMODB_TABLE: table.tableName,
      S3_BUCKET: bucket.bucketName,
      ...download.env,
    },
    secrets: Object.fromEntries(Object.entries(secrets).map(([name, { secretArn }]) => [name, secretArn])),
  });
  makeWatch(stack, settings, { balancer, servers, table, logs });
  for (const [name, value] of Object.entries({
    Address: origin,
    BucketName: bucket.bucketName,
    TableName: table.tableName,
  }))
    new CfnOutput(stack, name, { value });
}

const releasePath = ({ RELEASE }: Settings) => fileURLToPath(new URL(RELEASE, import.meta.url));

/** The app's variables that a copy reads at its start, so that they stand in no template and no launch template. */
function makeSecrets(scope: Construct, { OTEL_HEADERS_SECRET }: Settings): Record<string, ISecret> {
  const secrets: Record<string, ISecret> = {
    AUTH_SECRET: drawSecret(scope, "AuthSecret", "A new one logs everybody out; docs/runbook.md says when and how."),
    METRICS_TOKEN: drawSecret(
      scope,
      "MetricsToken",
      "It opens figures that name nobody; docs/runbook.md has how to change it.",
    ),
  };
  if (OTEL_HEADERS_SECRET)
    secrets.OTEL_EXPORTER_OTLP_HEADERS = Secret.fromSecretNameV2(scope, "TraceHeaders", OTEL_HEADERS_SECRET);
  return secrets;
}

function drawSecret(scope: Construct, id: string, whyItStays: string): Secret {
  const secret = new Secret(scope, id, { generateSecretString: { passwordLength: 64, excludePunctuation: true } });
  accept(secret, "SMG4", whyItStays);
  return secret;
}

function acceptReplication(bucket: Bucket, replicaName: string): void {
  const role = bucket.node.findChild("ReplicationRole");
  const ours = `<${bucket.stack.getLogicalId(bucket.node.defaultChild as CfnElement)}.Arn>/*`;
  const theirs = `arn:<AWS::Partition>:s3:::${replicaName.replace(bucket.stack.account, "<AWS::AccountId>")}/*`;
  for (const all of [ours, theirs])
    accept(role, `IAM5[Resource::${all}]`, "All objects of the two buckets are replicated.");
}

type OfDownloads = { env: Record<string, string>; secret?: ISecret };

function downloadsOf(scope: Construct, settings: Settings, bucket: Bucket): OfDownloads {
  const { DOWNLOADS, DOWNLOAD_PUBLIC_KEY, DOWNLOAD_KEY_SECRET } = settings;
  if (DOWNLOADS === "s3" || !DOWNLOAD_PUBLIC_KEY) return { env: {} };
  const { distribution, keyPairId } = makeDownloads(scope, bucket, {
    name: globalName(settings),
    encodedKey: DOWNLOAD_PUBLIC_KEY,
  });
  return {
    secret: Secret.fromSecretNameV2(scope, "DownloadPrivateKey", DOWNLOAD_KEY_SECRET),
    env: { CLOUDFRONT_URL: `https://${distribution.distributionDomainName}`, CLOUDFRONT_KEY_PAIR_ID: keyPairId },
  };
}

// Two hops stand in front of a copy: CloudFront and the balancer. AWS proves SHA-256 by itself.
function appEnv(stack: Stack, settings: Settings, origin: string): Record<string, string> {
  const chosen = Object.entries(settings).filter(([name]) => APP_VARIABLES.some((known) => known === name));
  return {
    ...{ NODE_ENV: "production", HOST: "0.0.0.0", PORT: "3000", AWS_REGION: stack.region },
    ...{ AUTH_URL: origin, TRUST_PROXY: "2", DRAIN_DELAY_SECONDS: "20", S3_CHECKSUM: "sha256" },
    ...(settings.ENCRYPTION === "kms" ? { S3_SSE: "aws:kms" } : {}),
    ...Object.fromEntries(chosen.map(([name, value]) => [name, String(value)])),
  };
}
