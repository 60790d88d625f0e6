import { table } from "@/lib/aws/dynamo";
import { bucket } from "@/lib/aws/s3";
import { env } from "@/lib/env";
import { DAYS, readUse } from "@/scripts/cost/read-use";
import { attachEngines } from "@/scripts/start/attach";
import { whoAmI } from "../aws/identity";
import { reachByLib } from "../aws/reach-by-lib";
import { isDenied } from "../aws/refused";
import { type FoundStack, findStack } from "../aws/stacks";
import type { Settings } from "../settings";
import type { Usage } from "./estimate";
import { type Figure, figuresOf, type Stated } from "./figures";
import { type Counted, countDownloads } from "./metrics";

/**
 * The use of a running drive: the one that the app's variables name, or that of the stack, or the embedded one in `DATA_DIR`.
 * @throws Error that says where it looked when there is none, or what is wrong with the credentials.
 */
export async function usageOfDrive(
  settings: Settings,
  stated: Stated,
  now = new Date(),
): Promise<{ usage: Usage; figures: Figure[]; source: string }> {
  const letGo = await attachEngines();
  try {
    const isOnAws = !process.env.DYNAMODB_ENDPOINT;
    if (isOnAws) await whoAmI(settings.AWS_REGION);
    const stack = isOnAws ? await stackOf(settings) : null;
    if (stack && !process.env.DYNAMODB_TABLE)
      reachByLib(stack.region, { table: stack.outputs.TableName, bucket: stack.outputs.BucketName });
    const use = await readUse(now);
    const counted = isOnAws && stated.downloads === undefined ? await countedBy(stack, now) : null;
    const source = `the table ${table()} at ${env().DYNAMODB_ENDPOINT ?? env().AWS_REGION}`;
    return { ...figuresOf(use, stated, counted), source };
  } finally {
    await letGo();
  }
}

const stackOf = ({ AWS_REGION, STACK_NAME }: Settings): Promise<FoundStack | null> =>
  orNull(() => findStack(AWS_REGION, STACK_NAME));

const countedBy = (stack: FoundStack | null, now: Date): Promise<Counted | null> => {
  const distribution = stack?.resources.find(
    ({ type, logicalId }) => type === "AWS::CloudFront::Distribution" && logicalId.startsWith("Downloads"),
  )?.id;
  return orNull(() => countDownloads({ region: env().AWS_REGION, bucket: bucket(), distribution, days: DAYS }, now));
};

// The table is what must be read; these only add to it.
async function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (isDenied(error)) return null;
    throw error;
  }
}
