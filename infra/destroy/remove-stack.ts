import { setTimeout as delay } from "node:timers/promises";
import { DeleteStackCommand, UpdateTerminationProtectionCommand } from "@aws-sdk/client-cloudformation";
import { describeStack, type FoundStack, listResources } from "../aws/stacks";

// CloudFront takes its time to forget an origin in a network; more than that is no waiting but hanging.
const PATIENCE_MS = 90 * 60_000;

// What CloudFormation says may be what was so before it was asked.
const SLOW_LOOKS = 6;
const GONE = ["DELETE_COMPLETE", "DELETE_SKIPPED"];

export type Watching = { say: (line: string) => void; pollMs?: number };

/**
 * Turns off a stack's protection, deletes it and waits until it is gone. False when it was gone already; one that is being deleted
 * is waited for. @throws Error that names the parts that did not go, and why.
 */
export async function removeStack(stack: FoundStack, { say, pollMs = 5000 }: Watching): Promise<boolean> {
  const { client, id, name } = stack;
  if (!stack.isThere) return false;
  if (stack.isProtected)
    await client.send(new UpdateTerminationProtectionCommand({ StackName: name, EnableTerminationProtection: false }));
  if (stack.status !== "DELETE_IN_PROGRESS") await client.send(new DeleteStackCommand({ StackName: id }));
  await waitUntilGone(stack, say, pollMs);
  return true;
}

async function waitUntilGone({ client, id, name }: FoundStack, say: Watching["say"], pollMs: number): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  let toldLeft = Number.POSITIVE_INFINITY;
  for (let looks = 1; ; looks++) {
    const status = (await describeStack(client, id))?.StackStatus ?? "DELETE_COMPLETE";
    if (status === "DELETE_COMPLETE") return;
    const resources = await listResources(client, id);
    if (status === "DELETE_IN_PROGRESS") {
      const left = resources.filter((each) => !GONE.includes(each.status)).length;
      if (left < toldLeft) say(`  ${left} parts of ${name} are left`);
      toldLeft = left;
    } else if (looks > SLOW_LOOKS || toldLeft < Number.POSITIVE_INFINITY) {
      throw new Error(status === "DELETE_FAILED" ? whatStayed(name, resources) : isBusy(name, status));
    }
    if (Date.now() > end) throw new Error(`The stack ${name} is still being deleted. Run this again to go on waiting.`);
    await delay(pollMs);
  }
}

const isBusy = (name: string, status: string): string =>
  `The stack ${name} is ${status}. Wait until that has ended, then run this again.`;

function whatStayed(name: string, resources: FoundStack["resources"]): string {
  const stayed = resources.filter(({ status }) => status === "DELETE_FAILED");
  return [
    `CloudFormation could not delete the whole stack ${name}:`,
    ...stayed.map(({ type, id, reason }) => `  ${type} ${id}: ${reason}`),
    "Run this again; where the same part stays, take away what holds it in AWS's console first.",
  ].join("\n");
}
