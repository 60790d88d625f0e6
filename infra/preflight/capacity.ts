import {
  DescribeInstanceTypesCommand,
  EC2Client,
  type Instance,
  paginateDescribeInstances,
  paginateDescribeVpcs,
} from "@aws-sdk/client-ec2";
import type { Settings } from "../settings";
import { type Finding, obstacle, warning } from "./finding";
import { readQuota } from "./quotas";

// On-demand vCPUs are limited by what a type's name begins with (EC2, service quotas).
const FAMILIES = [
  { quota: "L-1216C47A", letters: /^[acdhimrtz]\d/ },
  { quota: "L-DB2E81BA", letters: /^(g|vt)\d/ },
  { quota: "L-7295265B", letters: /^x\d/ },
];
const VPCS = "L-F678F1CE";
const RUNNING = [{ Name: "instance-state-name", Values: ["pending", "running"] }];

/** Whether the account may run as many copies of this type: the least must fit, and as many as the drive may grow to should. */
export async function checkCopies(settings: Settings): Promise<Finding[]> {
  const { AWS_REGION, INSTANCE_TYPE, MIN_COPIES, MAX_COPIES, STACK_NAME } = settings;
  const ec2 = new EC2Client({ region: AWS_REGION });
  const each = await vcpusOf(ec2, INSTANCE_TYPE);
  if (!each) return [obstacle(`There is no ${INSTANCE_TYPE} in ${AWS_REGION}. Choose another INSTANCE_TYPE.`)];
  const family = FAMILIES.find(({ letters }) => letters.test(INSTANCE_TYPE));
  const quota = family ? await readQuota(AWS_REGION, "ec2", family.quota) : null;
  if (!family || !quota)
    return [warning(`Whether ${MAX_COPIES} ${INSTANCE_TYPE} are within the account's limits is not known.`)];
  const others = await vcpusInUse(ec2, family.letters, STACK_NAME);
  const room = quota.value - others;
  const said = `${quota.name}: ${quota.value}, of which ${others} are in use elsewhere; more at ${quota.where}`;
  if (MIN_COPIES * each > room)
    return [obstacle(`${MIN_COPIES} ${INSTANCE_TYPE} take ${MIN_COPIES * each} vCPUs and do not fit. ${said}`)];
  if (MAX_COPIES * each > room)
    return [warning(`It cannot grow to MAX_COPIES=${MAX_COPIES}, which take ${MAX_COPIES * each} vCPUs. ${said}`)];
  return [];
}

async function vcpusOf(ec2: EC2Client, type: string): Promise<number | undefined> {
  try {
    const command = new DescribeInstanceTypesCommand({ InstanceTypes: [type as never] });
    return (await ec2.send(command)).InstanceTypes?.[0]?.VCpuInfo?.DefaultVCpus;
  } catch (error) {
    if (error instanceof Error && error.name === "InvalidInstanceType") return undefined;
    throw error;
  }
}

// The drive's own copies are not in the way of themselves.
async function vcpusInUse(client: EC2Client, letters: RegExp, stackName: string): Promise<number> {
  let vcpus = 0;
  for await (const { Reservations = [] } of paginateDescribeInstances({ client }, { Filters: RUNNING })) {
    for (const instance of Reservations.flatMap(({ Instances = [] }) => Instances))
      if (letters.test(instance.InstanceType ?? "") && stackOf(instance) !== stackName) vcpus += coresOf(instance);
  }
  return vcpus;
}

const stackOf = ({ Tags = [] }: Instance) => Tags.find(({ Key }) => Key === "aws:cloudformation:stack-name")?.Value;
const coresOf = ({ CpuOptions = {} }: Instance) => (CpuOptions.CoreCount ?? 1) * (CpuOptions.ThreadsPerCore ?? 1);

/** Whether the region takes one network more, where there is none of this drive yet. */
export async function checkNetwork({ AWS_REGION }: Settings, isThere: boolean): Promise<Finding[]> {
  if (isThere) return [];
  const quota = await readQuota(AWS_REGION, "vpc", VPCS);
  let count = 0;
  for await (const { Vpcs = [] } of paginateDescribeVpcs({ client: new EC2Client({ region: AWS_REGION }) }, {}))
    count += Vpcs.length;
  if (!quota || count < quota.value) return [];
  return [
    obstacle(
      `The region has ${count} VPCs, and ${quota.name} is ${quota.value}. Delete one, or ask for more at ${quota.where}`,
    ),
  ];
}
