/** What an engine may lack; named in PROVISION_SKIP where it does. */
export const FEATURES = [
  "pitr",
  "encryption",
  "public-access-block",
  "block-public-acls",
  "versioning",
  "lifecycle",
] as const;
export type Feature = (typeof FEATURES)[number];

/** One thing to make sure of. `right` is the IAM action that it needs on AWS. */
export type Step = { title: string; right: string; feature?: Feature; run: () => Promise<void> };

/** A step that the credentials at hand do not allow. */
export type Refusal = { title: string; right: string };

const DENIED = new Set(["AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "403"]);

/** Runs the steps in their order. Those that are denied are collected; anything else that fails is thrown. */
export async function runSteps(steps: Step[], skip: readonly Feature[]): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  for (const { title, right, feature, run } of steps) {
    if (feature && skip.includes(feature)) continue;
    try {
      await run();
    } catch (error) {
      if (!isDenied(error)) throw new Error(`Could not ${title}`, { cause: error });
      refusals.push({ title, right });
    }
  }
  return refusals;
}

const isDenied = (error: unknown): boolean => error instanceof Error && DENIED.has(error.name);
