import {
  DescribeAvailabilityZonesCommand,
  DescribeSubnetsCommand,
  EC2Client,
  paginateDescribeInstanceTypeOfferings,
} from "@aws-sdk/client-ec2";
import { cloudFormation, listResources } from "../aws/stacks";
import type { Settings } from "../settings";
import { type Finding, obstacle } from "./finding";

// CloudFront reaches no VPC origin there (CloudFront's guide, Supported AWS Regions for VPC origins). By ids: names differ by account.
const WITHOUT_ORIGINS = ["apne1-az3", "apne2-az1", "cac1-az3", "use1-az3", "usw1-az2"];
const HOW = "Choose another INSTANCE_TYPE.";

/**
 * Chooses two zones in which CloudFront reaches a balancer and copies of this type can run. Where the drive stands already it stays:
 * a network in another zone would want the addresses of the old one, which is there until the new one is.
 */
export async function checkZones(
  settings: Settings,
  isThere: boolean,
  found: Record<string, string>,
): Promise<Finding[]> {
  const { AWS_REGION, INSTANCE_TYPE, STACK_NAME } = settings;
  const ec2 = new EC2Client({ region: AWS_REGION });
  const standing = isThere ? await zonesOfStack(ec2, AWS_REGION, STACK_NAME) : [];
  const offering = await zonesOffering(ec2, INSTANCE_TYPE);
  const serving = (await zonesWithOrigins(ec2)).filter((zone) => offering.has(zone));
  const wanted = standing.length > 0 ? standing : settings.AVAILABILITY_ZONES;
  const chosen = wanted ?? serving.slice(0, 2);
  const unfit = chosen.filter((zone) => !serving.includes(zone));
  const where = `In ${AWS_REGION} CloudFront reaches ${INSTANCE_TYPE} in ${serving.join(", ") || "no zone"}`;
  if (unfit.length > 0) return [obstacle(`${where}, and the drive is to stand in ${chosen.join(", ")}. ${HOW}`)];
  if (chosen.length < 2) return [obstacle(`${where}, and two zones are wanted. ${HOW}`)];
  found.AVAILABILITY_ZONES = chosen.join(",");
  return [];
}

async function zonesOfStack(ec2: EC2Client, region: string, stackName: string): Promise<string[]> {
  const resources = await listResources(cloudFormation(region), stackName);
  // By the parts' names the first zone comes first, as in the template.
  const ids = resources
    .filter(({ type, id }) => type === "AWS::EC2::Subnet" && id)
    .toSorted((a, b) => a.logicalId.localeCompare(b.logicalId))
    .map(({ id }) => id);
  if (ids.length === 0) return [];
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({ SubnetIds: ids }));
  const zoneOf = new Map(Subnets.map(({ SubnetId, AvailabilityZone }) => [SubnetId, AvailabilityZone]));
  return [...new Set(ids.flatMap((id) => zoneOf.get(id) ?? []))];
}

async function zonesOffering(client: EC2Client, type: string): Promise<Set<string>> {
  const zones = new Set<string>();
  const Filters = [{ Name: "instance-type", Values: [type] }];
  const pages = paginateDescribeInstanceTypeOfferings({ client }, { LocationType: "availability-zone", Filters });
  for await (const { InstanceTypeOfferings = [] } of pages)
    for (const { Location } of InstanceTypeOfferings) if (Location) zones.add(Location);
  return zones;
}

async function zonesWithOrigins(ec2: EC2Client): Promise<string[]> {
  // Without it local zones come too, in which no balancer can be had.
  const ordinary = [
    { Name: "zone-type", Values: ["availability-zone"] },
    { Name: "state", Values: ["available"] },
  ];
  const { AvailabilityZones = [] } = await ec2.send(new DescribeAvailabilityZonesCommand({ Filters: ordinary }));
  return AvailabilityZones.filter(({ ZoneId }) => ZoneId && !WITHOUT_ORIGINS.includes(ZoneId))
    .flatMap(({ ZoneName }) => ZoneName ?? [])
    .toSorted();
}
