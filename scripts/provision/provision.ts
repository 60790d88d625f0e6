import { bucketSteps } from "./bucket";
import { type Feature, type Refusal, runSteps } from "./steps";
import { tableSteps } from "./table";

/** Makes sure of table and bucket, both at once; safe to repeat. Answers what the credentials do not allow. */
export async function provision(skip: readonly Feature[]): Promise<Refusal[]> {
  const refusals = await Promise.all([runSteps(tableSteps(), skip), runSteps(bucketSteps(skip), skip)]);
  return refusals.flat();
}
