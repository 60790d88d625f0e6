import { type Handlers, refusal } from "./fake-aws";

const VCPUS = "L-1216C47A";
export const quotaOf = (code: unknown, vcpus: number) =>
  code === VCPUS
    ? { Quota: { QuotaName: "Running On-Demand Standard instances", Value: vcpus } }
    : { Quota: { QuotaName: "VPCs per Region", Value: 5 } };

export const zones = (ids: Record<string, string>) => ({
  availabilityZoneInfo: Object.entries(ids).map(([letter, zoneId]) => ({ zoneName: `us-east-1${letter}`, zoneId })),
});
export const offered = (...letters: string[]) => ({
  instanceTypeOfferingSet: letters.map((letter) => ({ location: `us-east-1${letter}` })),
});
export const vpcs = (count: number) => ({ vpcSet: Array.from({ length: count }, () => ({ vpcId: "vpc-1" })) });

/** An account with room for a drive and none in it. */
export const roomy: Handlers = {
  getCallerIdentity: () => ({ Account: "111122223333", Arn: "arn:aws:iam::111122223333:user/ada" }),
  describeStacks: () => refusal("ValidationError", "Stack with id smart-drive does not exist"),
  describeInstanceTypes: () => ({ instanceTypeSet: [{ instanceType: "t4g.small", vCpuInfo: { defaultVCpus: 2 } }] }),
  describeInstances: () => ({ reservationSet: [] }),
  describeVpcs: () => vpcs(1),
  listStackResources: () => ({ StackResourceSummaries: [] }),
  describeManagedPrefixLists: () => ({ prefixListSet: [{ prefixListId: "pl-3b927c52" }] }),
  describeAvailabilityZones: () => zones({ a: "use1-az3", b: "use1-az1", c: "use1-az2", d: "use1-az4" }),
  describeInstanceTypeOfferings: () => offered("a", "b", "d"),
  getServiceQuota: ({ QuotaCode }) => quotaOf(QuotaCode, 64),
};
