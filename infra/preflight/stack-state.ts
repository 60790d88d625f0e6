import { isBucketThere } from "@/scripts/destroy/bucket-contents";
import { placeIn } from "@/scripts/destroy/place";
import { cloudFormation, describeStack } from "../aws/stacks";
import { replicaBucket, type Settings } from "../settings";
import { type Finding, obstacle } from "./finding";

// What CloudFormation refuses to update, and what gets it out of there.
const STUCK: Record<string, string> = {
  ROLLBACK_COMPLETE: "it was never made whole. Run: npm run destroy, then deploy again",
  ROLLBACK_FAILED: "it was never made whole. Run: npm run destroy, then deploy again",
  CREATE_FAILED: "it was never made whole. Run: npm run destroy, then deploy again",
  DELETE_FAILED: "it was to be deleted. Run: npm run destroy, then deploy again",
  UPDATE_ROLLBACK_FAILED: "a change was not taken back. In the console: Continue update rollback, then deploy again",
};

export type StackState = { isThere: boolean; findings: Finding[] };

/** Whether a stack of this name, where there is one, takes a change now. */
export async function checkStack(region: string, name: string): Promise<StackState> {
  const stack = await describeStack(cloudFormation(region), name);
  const status = stack?.StackStatus ?? "";
  const isThere = stack !== null && status !== "REVIEW_IN_PROGRESS";
  const said = `The stack ${name} in ${region} is ${status}`;
  if (STUCK[status]) return { isThere, findings: [obstacle(`${said}: ${STUCK[status]}.`)] };
  const isBusy = isThere && status.endsWith("_IN_PROGRESS");
  return { isThere, findings: isBusy ? [obstacle(`${said}. Wait until that has ended, then deploy again.`)] : [] };
}

/** The replica's bucket has a name of its own: one that is there without its stack is in the way. */
export async function checkReplica({ STACK_NAME, REPLICA_REGION }: Settings, account: string): Promise<Finding[]> {
  if (!REPLICA_REGION) return [];
  const name = `${STACK_NAME}-replica`;
  const { isThere, findings } = await checkStack(REPLICA_REGION, name);
  if (isThere) return findings;
  const bucket = replicaBucket(STACK_NAME, REPLICA_REGION, account);
  if (!(await isBucketThere(placeIn(REPLICA_REGION, bucket)))) return findings;
  const how = "npm run destroy takes it away, or empty and delete it by hand";
  return [...findings, obstacle(`The bucket ${bucket} is there already, of an earlier drive. ${how}.`)];
}
