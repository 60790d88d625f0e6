import { appendFileSync } from "node:fs";
import { observers } from "@/lib/aws/observe";
import { env } from "@/lib/env";
import { readPolicy } from "@/scripts/test/policy";
import { rightsFor } from "@/scripts/test/rights";

/**
 * Loaded into the app's process before all else: a call that AWS would refuse by the role of `infra/` fails here too. What was
 * asked for goes to the file that RIGHTS_FILE names, once for each process.
 */
const policy = readPolicy();
const asked = new Set<string>();

observers().push((service, command, input) => {
  const { DYNAMODB_TABLE: table, S3_BUCKET: bucket } = env();
  for (const right of rightsFor(service, command, input, { table, bucket })) {
    if (!asked.has(right) && process.env.RIGHTS_FILE) appendFileSync(process.env.RIGHTS_FILE, `${right}\n`);
    asked.add(right);
    if (!policy.has(right)) throw new Error(`AWS would refuse this: the role does not allow ${right} (${command})`);
  }
});
