import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { afterEach, expect, it, vi } from "vitest";
import { preflight } from "./preflight/preflight";
import { readSettings } from "./settings";
import { releaseForTests } from "./synthesize";
import { type FakeAws, type Handlers, refusal, startFakeAws } from "./test-support/fake-aws";
import { awsShell, someCredentials } from "./test-support/shell";

const VCPUS = "L-1216C47A";
const quotaOf = (code: unknown, vcpus: number) =>
  code === VCPUS
    ? { Quota: { QuotaName: "Running On-Demand Standard instances", Value: vcpus } }
    : { Quota: { QuotaName: "VPCs per Region", Value: 5 } };
const running = (type: string, stack = "") => ({
  instancesSet: [
    {
      ...{ instanceType: type, cpuOptions: { coreCount: 2, threadsPerCore: 1 } },
      tagSet: [{ key: "aws:cloudformation:stack-name", value: stack }],
    },
  ],
});
const vpcs = (count: number) => ({ vpcSet: Array.from({ length: count }, () => ({ vpcId: "vpc-1" })) });
const stackIn = (StackStatus: string) => ({
  describeStacks: () => ({ Stacks: [{ StackName: "smart-drive", StackStatus }] }),
});

/** An account with room for a drive and none in it. */
const roomy: Handlers = {
  getCallerIdentity: () => ({ Account: "111122223333", Arn: "arn:aws:iam::111122223333:user/ada" }),
  describeStacks: () => refusal("ValidationError", "Stack with id smart-drive does not exist"),
  describeInstanceTypes: () => ({ instanceTypeSet: [{ instanceType: "t4g.small", vCpuInfo: { defaultVCpus: 2 } }] }),
  describeInstances: () => ({ reservationSet: [] }),
  describeVpcs: () => vpcs(1),
  getServiceQuota: ({ QuotaCode }) => quotaOf(QuotaCode, 64),
};

let aws: FakeAws;
const said: string[] = [];
afterEach(async () => {
  said.length = 0;
  await aws.stop();
});

async function lookAt(
  handlers: Handlers,
  variables: Record<string, string> = {},
  credentials: object = someCredentials,
) {
  aws = await startFakeAws({ ...roomy, ...handlers });
  for (const name of Object.keys(someCredentials)) vi.stubEnv(name, undefined);
  const shell = { ...awsShell(aws.url), ...credentials, S3_FORCE_PATH_STYLE: "true" };
  for (const [name, value] of Object.entries(shell)) vi.stubEnv(name, value);
  await preflight(readSettings(variables), (line) => said.push(line));
}

it("says whose account it is, and no more where nothing is in the way", async () => {
  await lookAt({});
  expect(said).toEqual(["AWS account 111122223333, as arn:aws:iam::111122223333:user/ada"]);
});

it.each([
  ["there are none", {}, {}, "There are no AWS credentials here. Set AWS_PROFILE"],
  [
    "they have expired",
    { getCallerIdentity: () => refusal("ExpiredToken", "The security token included in the request is expired") },
    someCredentials,
    "Your AWS credentials have expired. Log in again",
  ],
  [
    "AWS does not know them",
    { getCallerIdentity: () => refusal("InvalidClientTokenId") },
    someCredentials,
    "AWS does not know these credentials",
  ],
])("says it of credentials when %s, before anything else is asked", async (_, handlers, credentials, sentence) => {
  await expect(lookAt(handlers, {}, credentials)).rejects.toThrow(sentence);
  expect(aws.calls.filter(({ service }) => service !== "sts")).toEqual([]);
});

it.each<[string, Handlers, Record<string, string>, string]>([
  [
    "a stack that was never made whole",
    stackIn("ROLLBACK_COMPLETE"),
    {},
    "ROLLBACK_COMPLETE: it was never made whole. Run: npm run destroy",
  ],
  ["a stack that is changing", stackIn("UPDATE_IN_PROGRESS"), {}, "UPDATE_IN_PROGRESS. Wait until that has ended"],
  [
    "a type that is not there",
    { describeInstanceTypes: () => refusal("InvalidInstanceType") },
    {},
    "There is no t4g.small in us-east-1",
  ],
  [
    "too few vCPUs for the least",
    { getServiceQuota: ({ QuotaCode }) => quotaOf(QuotaCode, 3) },
    {},
    "2 t4g.small take 4 vCPUs and do not fit. Running On-Demand Standard instances: 3, of which 0 are in use",
  ],
  ["no room for a network", { describeVpcs: () => vpcs(5) }, {}, "The region has 5 VPCs, and VPCs per Region is 5."],
  [
    "a bucket in the replica's place",
    { "HEAD /smart-drive-replica-111122223333-eu-west-1/": () => ({}) },
    { REPLICA_REGION: "eu-west-1" },
    "The bucket smart-drive-replica-111122223333-eu-west-1 is there already",
  ],
])("does not begin over %s", async (_, handlers, variables, sentence) => {
  await expect(lookAt(handlers, variables)).rejects.toThrow(sentence);
});

it("warns where the drive could not grow as far as it may, by what others use", async () => {
  const ofOthers = [running("m7g.large"), running("t4g.small", "smart-drive"), running("g5g.xlarge")];
  await lookAt({
    describeInstances: () => ({ reservationSet: ofOthers }),
    getServiceQuota: () => refusal("NoSuchResourceException"),
    getAWSDefaultServiceQuota: ({ QuotaCode }) => quotaOf(QuotaCode, 12),
  });
  expect(said[1]).toContain("It cannot grow to MAX_COPIES=6, which take 12 vCPUs.");
  expect(said[1]).toContain("12, of which 2 are in use elsewhere; more at https://us-east-1.console.aws.amazon.com/");
});

it("does not count the network of a drive that is there already", async () => {
  await lookAt({ ...stackIn("UPDATE_COMPLETE"), describeVpcs: () => vpcs(5) });
  expect(said).toHaveLength(1);
});

it("goes on where it may not look, and names the right", async () => {
  await lookAt({
    getServiceQuota: () => refusal("AccessDeniedException"),
    describeVpcs: () => refusal("UnauthorizedOperation"),
  });
  expect(said.slice(1)).toEqual([
    "The limit of vCPUs could not be checked: that asks for the right ec2:Describe* and servicequotas:GetServiceQuota.",
    "The limit of VPCs could not be checked: that asks for the right ec2:DescribeVpcs and servicequotas:GetServiceQuota.",
  ]);
});

async function deploy(words: string[], credentials: object) {
  aws = await startFakeAws(roomy);
  const { PATH, HOME } = process.env;
  const env = {
    PATH,
    HOME,
    ...awsShell(aws.url),
    ...credentials,
    RELEASE: releaseForTests(),
    NODE_ENV: "test" as const,
  };
  const child = spawn("npx", ["--no-install", "tsx", "deploy.ts", ...words], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, complaints, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { out, complaints, code };
}

it("asks no account in a dry run", async () => {
  const { out, code } = await deploy(["--dry-run"], {});
  expect(code).toBe(0);
  expect(out).toContain("AWS::DynamoDB::GlobalTable");
  expect(aws.calls).toEqual([]);
});

it("ends with one sentence, before it builds anything, where there are no credentials", async () => {
  const { out, complaints, code } = await deploy([], {});
  expect({ out, code }).toEqual({ out: "", code: 1 });
  expect(complaints).toMatch(/^There are no AWS credentials here\. .*\n$/);
});
