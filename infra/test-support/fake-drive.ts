import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateBucketCommand, PutBucketVersioningCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { threePorts } from "@/e2e/support/ports";
import { tableDefinition } from "@/lib/aws/dynamo";
import { startObjectStore } from "@/lib/engines/start-object-store";
import { freePort } from "@/lib/engines/start-port";
import { planEmbedded } from "@/scripts/start/embedded";
import type { Terminal } from "../destroy/destroy";
import { readSettings } from "../settings";
import { type Handlers, refusal, startFakeAws } from "./fake-aws";
import { awsShell } from "./shell";

const ACCOUNT = "111122223333";
const ID = `arn:aws:cloudformation:us-east-1:${ACCOUNT}:stack/smart-drive/1`;
export const SECRET = `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:AuthSecret-1`;
export const ASSETS = `cdk-hnb659fds-assets-${ACCOUNT}-us-east-1`;
export const BUCKET = "smart-drive-bucket83908e77";
export const TABLE = "smart-drive-TableCD117FA1";

const template = readFileSync(new URL("../template.snapshot.json", import.meta.url), "utf8");
export const RELEASE = /[0-9a-f]{64}\.gz/.exec(template)?.[0] ?? "";

const part = (LogicalResourceId: string, ResourceType: string, PhysicalResourceId: string, ResourceStatus: string) => ({
  ...{ LogicalResourceId, ResourceType, PhysicalResourceId, ResourceStatus },
});

/** CloudFormation and the rest around one stack that deletes itself when asked to; `deeds` notes what changed something. */
function fakeStack(others: object[]) {
  let status = "CREATE_COMPLETE";
  let isProtected = true;
  const deeds: string[] = [];
  const stack = () => ({ StackId: ID, StackName: "smart-drive", StackStatus: status, Description: "Smart Drive" });
  const Outputs = Object.entries({ TableName: TABLE, BucketName: BUCKET }).map(([OutputKey, OutputValue]) => ({
    ...{ OutputKey, OutputValue },
  }));
  const unknown = () => refusal("ValidationError", "Stack with id smart-drive does not exist");
  const isGone = () => status === "DELETE_COMPLETE";
  const end = () => {
    if (status === "DELETE_IN_PROGRESS") status = "DELETE_COMPLETE";
  };
  const handlers: Handlers = {
    getCallerIdentity: () => ({ Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/ada` }),
    describeStacks: ({ StackName: name }) => {
      if (!name) return { Stacks: isGone() ? others : [stack(), ...others] };
      if (name !== ID && (name !== "smart-drive" || isGone())) return unknown();
      end();
      return { Stacks: [{ ...stack(), EnableTerminationProtection: isProtected, Outputs }] };
    },
    listStacks: () => ({
      StackSummaries: isGone()
        ? [{ ...stack(), DeletionTime: "2026-11-27T10:00:00Z", CreationTime: "2026-11-01T10:00:00Z" }]
        : [],
    }),
    listStackResources: () => ({
      StackResourceSummaries: [
        part("Bucket", "AWS::S3::Bucket", BUCKET, isGone() ? "DELETE_SKIPPED" : "CREATE_COMPLETE"),
        part("Table", "AWS::DynamoDB::GlobalTable", TABLE, isGone() ? "DELETE_SKIPPED" : "CREATE_COMPLETE"),
        part("AuthSecret", "AWS::SecretsManager::Secret", SECRET, isGone() ? "DELETE_COMPLETE" : "CREATE_COMPLETE"),
        part("Log", "AWS::Logs::LogGroup", "smart-drive-Log", isGone() ? "DELETE_COMPLETE" : "CREATE_COMPLETE"),
        part("Downloads", "AWS::CloudFront::Distribution", "E999", isGone() ? "DELETE_COMPLETE" : "CREATE_COMPLETE"),
        { ...part("Front", "AWS::CloudFront::Distribution", "E123", status), ResourceStatusReason: "it is in use" },
      ],
    }),
    updateTerminationProtection: () => {
      isProtected = false;
      deeds.push("unprotect");
      return {};
    },
    deleteStack: () => {
      if (isProtected) return refusal("ValidationError", "Stack is protected");
      status = "DELETE_IN_PROGRESS";
      deeds.push("delete stack");
      return {};
    },
    getTemplate: () => ({ TemplateBody: template }),
    deleteLogGroup: ({ logGroupName }) => {
      deeds.push(`delete log ${logGroupName}`);
      return refusal("ResourceNotFoundException");
    },
    deleteSecret: ({ SecretId, ForceDeleteWithoutRecovery }) => {
      deeds.push(`delete secret ${SecretId} ${ForceDeleteWithoutRecovery ? "at once" : "later"}`);
      return { ARN: SecretId };
    },
    describeSecret: () => refusal("ResourceNotFoundException"),
  };
  const fail = () => {
    status = "DELETE_FAILED";
    return {};
  };
  return { handlers, deeds, fail };
}

type Options = { variables?: Record<string, string>; others?: object[] };

/** A drive as it stands in an account: real engines with a table and buckets, and what is said of AWS's other services. */
export async function startDriveOnAws({ variables = {}, others = [] }: Options = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), "smart-drive-"));
  const port = await threePorts();
  const lane = await (await planEmbedded({ dataDir, host: "127.0.0.1", port })).start();
  const replica = await startReplica(dataDir, lane.env);
  const stack = fakeStack(others);
  const aws = await startFakeAws(stack.handlers, {
    "us-east-1": lane.env.S3_ENDPOINT ?? "",
    "eu-west-1": replica.endpoint,
  });
  Object.assign(process.env, awsShell(aws.url), {
    S3_FORCE_PATH_STYLE: "true",
    AWS_ENDPOINT_URL_DYNAMODB: lane.env.DYNAMODB_ENDPOINT,
    AWS_ACCESS_KEY_ID: lane.env.S3_ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY: lane.env.S3_SECRET_ACCESS_KEY,
  });
  const store = new S3Client({ region: "us-east-1", forcePathStyle: true });
  for (const Bucket of [BUCKET, ASSETS]) {
    await store.send(new CreateBucketCommand({ Bucket }));
    await store.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: "Enabled" } }));
  }
  for (const Key of [RELEASE, "somebody-elses.zip"])
    await store.send(new PutObjectCommand({ Bucket: ASSETS, Key, Body: "12345" }));
  const database = new DynamoDBClient({ region: "us-east-1" });
  const definition = { ...tableDefinition(TABLE), DeletionProtectionEnabled: true };
  await database.send(new CreateTableCommand(definition));
  const stop = async () => {
    await aws.stop();
    await lane.stop();
    await replica.stop();
    await rm(dataDir, { recursive: true });
  };
  return { ...stack, ...{ aws, store, database, stop, engines: lane.env }, settings: readSettings(variables) };
}

async function startReplica(
  dataDir: string,
  { S3_ACCESS_KEY_ID = "", S3_SECRET_ACCESS_KEY = "" }: Record<string, string>,
) {
  return startObjectStore({
    ...{ accessKey: S3_ACCESS_KEY_ID, secretKey: S3_SECRET_ACCESS_KEY, region: "eu-west-1" },
    ...{ dir: join(dataDir, "replica"), host: "127.0.0.1", port: await freePort(), corsOrigins: [] },
  });
}

/** Somebody who answers so, one question after another; `said` has all that was told. */
export function whoAnswers(...answers: string[]): Terminal & { said: string[]; asked: string[] } {
  const said: string[] = [];
  const asked: string[] = [];
  return {
    ...{ said, asked, pollMs: 1, placeFolder: (folder: string) => folder },
    say: (line) => void said.push(line),
    ask: async (question) => {
      asked.push(question);
      return answers.shift() ?? "";
    },
  };
}
