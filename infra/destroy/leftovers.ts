import { GetTemplateCommand, paginateDescribeStacks } from "@aws-sdk/client-cloudformation";
import { DescribeSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { formatBytes } from "@/lib/format";
import { measureBucket } from "@/scripts/destroy/bucket-contents";
import { placeIn } from "@/scripts/destroy/place";
import { emptyBucket } from "@/scripts/destroy/remove-bucket";
import { deletedStacks, idsOf, listResources } from "../aws/stacks";
import { PRICES } from "../cost/prices";
import { DESCRIPTION, type Settings } from "../settings";
import type { Drive } from "./drive";

const RELEASE = /s3:\/\/(cdk-[a-z0-9]+-assets-)\$\{AWS::AccountId\}-[a-z0-9-]+\/([0-9a-f]{64}\.gz)/;

/** The release that a stack's copies start from, as CDK keeps it. */
export type Release = { bucket: string; key: string };

/** Where the release of a stack lies; null where its template names none. A deleted stack's template is known for 90 days. */
export async function findRelease({ stack }: Drive, account: string): Promise<Release | null> {
  const { TemplateBody } = await stack.client.send(new GetTemplateCommand({ StackName: stack.id }));
  const [, start, key] = RELEASE.exec(TemplateBody ?? "") ?? [];
  return start && key ? { bucket: `${start}${account}-${stack.region}`, key } : null;
}

/** Deletes the release, unless another Smart Drive of this region may start its copies from it. Answers what to say of it. */
export async function removeRelease({ stack }: Drive, { bucket, key }: Release): Promise<string> {
  for await (const { Stacks = [] } of paginateDescribeStacks({ client: stack.client }, {})) {
    const other = Stacks.find(({ Description, StackId }) => Description === DESCRIPTION && StackId !== stack.id);
    if (other) return `The release ${bucket}/${key} stays: the stack ${other.StackName} may start from it.`;
  }
  let gone = 0;
  await emptyBucket({ ...placeIn(stack.region, bucket), prefix: key }, (count) => {
    gone += count;
  });
  return gone > 0 ? `the release ${bucket}/${key}: gone` : `the release ${bucket}/${key}: was gone already`;
}

/** What is there yet and is not the drive's own, a line each, with what it costs. */
export async function describeLeftovers(drive: Drive, settings: Settings, release: Release | null): Promise<string[]> {
  return [
    ...(await describeAssets(drive, release)),
    ...(await describeOlder(drive)),
    ...(await describeDownloadKey(settings)),
    ...(drive.table ? ["DynamoDB keeps a backup of the table's last state for 35 days, free of charge."] : []),
    "Yours, where you have them: a certificate (free), a domain and its zone, CDK's stack CDKToolkit (free but for its bucket).",
  ];
}

async function describeAssets({ stack }: Drive, release: Release | null): Promise<string[]> {
  if (!release) return [];
  const found = await measureBucket(placeIn(stack.region, release.bucket));
  if (!found) return [];
  const usd = ((found.bytes / 1e9) * PRICES.storageGbMonth).toFixed(2);
  return [
    `CDK's bucket ${release.bucket} has ${found.versions} objects (${formatBytes(found.bytes)}), about ${usd} US dollars a month; other CDK apps of yours may use it.`,
  ];
}

async function describeOlder({ stack, bucket }: Drive): Promise<string[]> {
  const older = (await deletedStacks(stack.client, stack.name)).filter(({ StackId }) => StackId !== stack.id);
  const lines: string[] = [];
  for (const { StackId = "", DeletionTime } of older) {
    for (const id of idsOf({ resources: await listResources(stack.client, StackId) }, "AWS::S3::Bucket")) {
      if (id === bucket?.bucket || !(await measureBucket(placeIn(stack.region, id)))) continue;
      lines.push(
        `The bucket ${id} is of a ${stack.name} that was deleted on ${DeletionTime?.toISOString().slice(0, 10)}.`,
      );
    }
  }
  return lines;
}

async function describeDownloadKey({ AWS_REGION, DOWNLOAD_KEY_SECRET: name }: Settings): Promise<string[]> {
  try {
    await new SecretsManagerClient({ region: AWS_REGION }).send(new DescribeSecretCommand({ SecretId: name }));
  } catch (error) {
    if (error instanceof Error && error.name === "ResourceNotFoundException") return [];
    throw error;
  }
  return [
    `The secret ${name} is one that you made, ${PRICES.secretMonth} US dollars a month: aws secretsmanager delete-secret --secret-id ${name}`,
  ];
}
