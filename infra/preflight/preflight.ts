import { describeIdentity, whoAmI } from "../aws/identity";
import { reachByLib } from "../aws/reach-by-lib";
import type { Settings } from "../settings";
import { checkCopies, checkNetwork } from "./capacity";
import { look } from "./finding";
import { checkOrigin } from "./origin";
import { checkReplica, checkStack } from "./stack-state";
import { checkZones } from "./zones";

/**
 * Looks, before anything is made, whether it can be: whose account it is, the state of the stack, the limits that matter.
 * Tells the warnings. @returns the settings that only the account knows, as variables.
 * @throws Error with every obstacle and what to do about it.
 */
export async function preflight(settings: Settings, say: (line: string) => void): Promise<Record<string, string>> {
  const { AWS_REGION, STACK_NAME } = settings;
  const identity = await whoAmI(AWS_REGION);
  say(describeIdentity(identity));
  reachByLib(AWS_REGION);
  let isThere = false;
  const state = await look("The state of the stack", "cloudformation:DescribeStacks", async () => {
    const found = await checkStack(AWS_REGION, STACK_NAME);
    isThere = found.isThere;
    return found.findings;
  });
  const found: Record<string, string> = {};
  const others = await Promise.all([
    checkOrigin(settings, found),
    look("The zones", "ec2:Describe* and cloudformation:ListStackResources", () =>
      checkZones(settings, isThere, found),
    ),
    look("The replica", "cloudformation:DescribeStacks", () => checkReplica(settings, identity.account)),
    look("The limit of vCPUs", "ec2:Describe* and servicequotas:GetServiceQuota", () => checkCopies(settings)),
    look("The limit of VPCs", "ec2:DescribeVpcs and servicequotas:GetServiceQuota", () =>
      checkNetwork(settings, isThere),
    ),
  ]);
  const findings = [...state, ...others.flat()];
  for (const { kind, text } of findings) if (kind === "warning") say(text);
  const obstacles = findings.filter(({ kind }) => kind === "obstacle").map(({ text }) => text);
  if (obstacles.length > 0) throw new Error(obstacles.join("\n"));
  return found;
}
