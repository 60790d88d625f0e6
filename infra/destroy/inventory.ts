import { dynamoClient } from "@/lib/aws/dynamo";
import { formatBytes } from "@/lib/format";
import { type Contents, measureBucket } from "@/scripts/destroy/bucket-contents";
import { placeIn } from "@/scripts/destroy/place";
import { describeTable } from "@/scripts/destroy/remove-table";
import { showProgress } from "@/scripts/progress";
import type { Drive, Held } from "./drive";

/** What is there and goes, a line each. Nothing is left to take down where it is empty. */
export async function takeInventory({ stack, bucket, table, replica, secrets, logGroups }: Drive): Promise<string[]> {
  const lines = stack.isThere ? [describeStack(stack.name, stack)] : [];
  if (replica?.stack?.isThere)
    lines.push(describeStack(`${replica.stack.name} in ${replica.held.region}`, replica.stack));
  if (table) lines.push(...(await describeRows(table)));
  if (bucket) lines.push(...(await describeBucket("the bucket", bucket)));
  if (replica) lines.push(...(await describeBucket("its replica", replica.held)));
  // Without the stack they may be there or not: both are asked to go, and neither says so by itself.
  if (stack.isThere)
    lines.push(
      ...[...secrets, ...logGroups].map((id) => `${id.includes(":secret:") ? "the secret" : "the log"} ${id}`),
    );
  return lines;
}

const describeStack = (name: string, { status, resources, isProtected }: Drive["stack"]): string =>
  `the stack ${name}: ${resources.length} parts, ${status}${isProtected ? ", protected" : ""}`;

async function describeRows(table: string): Promise<string[]> {
  const found = await describeTable(dynamoClient(), table);
  if (!found) return [];
  const guard = found.DeletionProtectionEnabled ? ", protected" : "";
  const { ItemCount = 0, TableSizeBytes = 0 } = found;
  // DynamoDB counts every six hours.
  return [`the table ${table}: ${ItemCount} rows (${formatBytes(TableSizeBytes)}) at DynamoDB's last count${guard}`];
}

async function describeBucket(what: string, { bucket, region }: Held): Promise<string[]> {
  const counting = showProgress(`Counting ${bucket}`);
  const found = await measureBucket(placeIn(region, bucket), (count) => counting.add({ count }));
  counting.end();
  return found ? [`${what} ${bucket}: ${contentsInWords(found)}`] : [];
}

/** What a bucket holds, in one line. */
export const contentsInWords = ({ objects, versions, markers, uploads, bytes }: Contents): string =>
  `${objects} objects in ${versions} versions (${formatBytes(bytes)}), ${markers} marks of deletion, ${uploads} unfinished uploads`;
