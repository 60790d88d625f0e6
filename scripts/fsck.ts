import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { dynamo, table } from "@/lib/aws/dynamo";
import { findFaults } from "./fsck/faults";

/** Recomputes what the table says twice and prints each difference; exits with 1 when there is one (DESIGN 3, Quota). */
async function fsck(): Promise<void> {
  const items: Record<string, unknown>[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    // The one place that reads the whole table: a check by hand, never a request.
    const page = await dynamo().send(
      new ScanCommand({ TableName: table(), ConsistentRead: true, ExclusiveStartKey: start }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  const faults = findFaults(items);
  for (const fault of faults) console.log(fault);
  console.log(`${items.length} items, ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

await fsck();
