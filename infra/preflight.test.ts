import { afterEach, expect, it, vi } from "vitest";
import { preflight } from "./preflight/preflight";
import { readSettings } from "./settings";
import { type FakeAws, type Handlers, refusal, startFakeAws } from "./test-support/fake-aws";
import { offered, quotaOf, roomy, vpcs } from "./test-support/roomy-account";
import { awsShell, someCredentials } from "./test-support/shell";

const running = (type: string, stack = "") => ({
  instancesSet: [
    {
      ...{ instanceType: type, cpuOptions: { coreCount: 2, threadsPerCore: 1 } },
      tagSet: [{ key: "aws:cloudformation:stack-name", value: stack }],
    },
  ],
});
/** A drive whose network stands in these zones, the first one first. */
const standingIn = (...letters: string[]): Handlers => ({
  ...stackIn("UPDATE_COMPLETE"),
  listStackResources: () => ({
    StackResourceSummaries: letters.map((letter, index) => ({
      ...{ LogicalResourceId: `NetworkcopiesSubnet${index + 1}Subnet`, PhysicalResourceId: `subnet-${letter}` },
      ...{ ResourceType: "AWS::EC2::Subnet", ResourceStatus: "CREATE_COMPLETE" },
    })),
  }),
  describeSubnets: () => ({
    subnetSet: letters
      .toSorted()
      .map((letter) => ({ subnetId: `subnet-${letter}`, availabilityZone: `us-east-1${letter}` })),
  }),
});
const stackIn = (StackStatus: string) => ({
  describeStacks: () => ({ Stacks: [{ StackName: "smart-drive", StackStatus }] }),
});

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
  return preflight(readSettings(variables), (line) => said.push(line));
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
  [
    "a region without CloudFront's list",
    { describeManagedPrefixLists: () => ({ prefixListSet: [] }) },
    {},
    "us-east-1 has no list com.amazonaws.global.cloudfront.origin-facing. Choose another AWS_REGION.",
  ],
  [
    "CloudFront's list that may not be read",
    { describeManagedPrefixLists: () => refusal("UnauthorizedOperation") },
    {},
    "Ask for the right ec2:DescribeManagedPrefixLists, or set CLOUDFRONT_PREFIX_LIST to its id.",
  ],
  [
    "one zone alone that serves",
    { describeInstanceTypeOfferings: () => offered("a", "b") },
    {},
    "In us-east-1 CloudFront reaches t4g.small in us-east-1b, and two zones are wanted. Choose another INSTANCE_TYPE.",
  ],
  [
    "zones of one's choice that do not serve",
    {},
    { AVAILABILITY_ZONES: "us-east-1a,us-east-1b" },
    "CloudFront reaches t4g.small in us-east-1b, us-east-1d, and the drive is to stand in us-east-1a, us-east-1b.",
  ],
  [
    "a new type that the drive's zones do not have",
    standingIn("c", "b"),
    {},
    "in us-east-1b, us-east-1d, and the drive is to stand in us-east-1c, us-east-1b. Choose another INSTANCE_TYPE.",
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

it("finds CloudFront's list, and two zones that CloudFront reaches and that have the type", async () => {
  expect(await lookAt({})).toEqual({
    CLOUDFRONT_PREFIX_LIST: "pl-3b927c52",
    AVAILABILITY_ZONES: "us-east-1b,us-east-1d",
  });
  expect(aws.calls.find(({ action }) => action === "DescribeManagedPrefixLists")?.input).toMatchObject({
    "Filter.1.Name": "prefix-list-name",
    "Filter.1.Value.1": "com.amazonaws.global.cloudfront.origin-facing",
  });
});

it("leaves a drive in the zones where it stands, whatever would be chosen today", async () => {
  expect(await lookAt(standingIn("d", "b"))).toMatchObject({ AVAILABILITY_ZONES: "us-east-1d,us-east-1b" });
});

it("goes by what was stated of both", async () => {
  const stated = { CLOUDFRONT_PREFIX_LIST: "pl-0123abcd", AVAILABILITY_ZONES: "us-east-1d,us-east-1b" };
  expect(await lookAt({}, stated)).toEqual({ AVAILABILITY_ZONES: stated.AVAILABILITY_ZONES });
  expect(aws.calls.map(({ action }) => action)).not.toContain("DescribeManagedPrefixLists");
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
    describeAvailabilityZones: () => refusal("UnauthorizedOperation"),
  });
  expect(said.slice(1)).toEqual([
    "The zones could not be checked: that asks for the right ec2:Describe* and cloudformation:ListStackResources.",
    "The limit of vCPUs could not be checked: that asks for the right ec2:Describe* and servicequotas:GetServiceQuota.",
    "The limit of VPCs could not be checked: that asks for the right ec2:DescribeVpcs and servicequotas:GetServiceQuota.",
  ]);
});
