import {
  CloudFormationClient,
  DescribeStacksCommand,
  paginateListStackResources,
  paginateListStacks,
  type Stack,
  type StackSummary,
} from "@aws-sdk/client-cloudformation";

export type Resource = { logicalId: string; type: string; id: string; status: string; reason: string };

/** A stack as CloudFormation knows it: standing, or deleted within the last 90 days with what it left behind. */
export type FoundStack = {
  client: CloudFormationClient;
  region: string;
  id: string;
  name: string;
  status: string;
  isThere: boolean;
  isProtected: boolean;
  outputs: Record<string, string>;
  resources: Resource[];
};

/** CloudFormation's client in a region. */
export const cloudFormation = (region: string): CloudFormationClient => new CloudFormationClient({ region });

/** A stack by its name or id; null when there is none. */
export async function describeStack(client: CloudFormationClient, StackName: string): Promise<Stack | null> {
  try {
    return (await client.send(new DescribeStacksCommand({ StackName }))).Stacks?.[0] ?? null;
  } catch (error) {
    if (error instanceof Error && error.name === "ValidationError" && /does not exist/.test(error.message)) return null;
    throw error;
  }
}

/** The stack of this name, or the one that was deleted last: what it kept is still known by it. Null when there never was one. */
export async function findStack(region: string, name: string): Promise<FoundStack | null> {
  const client = cloudFormation(region);
  const there = await describeStack(client, name);
  const [last] = there ? [] : await deletedStacks(client, name);
  const id = there?.StackId ?? last?.StackId;
  if (!id) return null;
  return {
    ...{ client, region, id, name, isThere: there !== null, status: there?.StackStatus ?? "DELETE_COMPLETE" },
    isProtected: there?.EnableTerminationProtection ?? false,
    outputs: Object.fromEntries((there?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue])),
    resources: await listResources(client, id),
  };
}

/** The stacks of this name that were deleted in the last 90 days, the last one first. */
export async function deletedStacks(client: CloudFormationClient, name: string): Promise<StackSummary[]> {
  const found: StackSummary[] = [];
  for await (const { StackSummaries = [] } of paginateListStacks(
    { client },
    { StackStatusFilter: ["DELETE_COMPLETE"] },
  ))
    found.push(...StackSummaries.filter(({ StackName }) => StackName === name));
  return found.toSorted((a, b) => Number(b.DeletionTime ?? 0) - Number(a.DeletionTime ?? 0));
}

/** The parts of a stack, those that it left behind too. */
export async function listResources(client: CloudFormationClient, StackName: string): Promise<Resource[]> {
  const found: Resource[] = [];
  for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName }))
    for (const each of StackResourceSummaries)
      found.push({
        ...{
          logicalId: each.LogicalResourceId ?? "",
          type: each.ResourceType ?? "",
          id: each.PhysicalResourceId ?? "",
        },
        ...{ status: each.ResourceStatus ?? "", reason: each.ResourceStatusReason ?? "" },
      });
  return found;
}

/** The ids of a stack's parts of some types. */
export const idsOf = (stack: Pick<FoundStack, "resources"> | null, ...types: string[]): string[] =>
  (stack?.resources ?? []).filter(({ type, id }) => types.includes(type) && id).map(({ id }) => id);
