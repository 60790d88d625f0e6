import { ResourceNotFoundException } from "@aws-sdk/client-dynamodb";
import { ScanCommand, type ScanCommandOutput } from "@aws-sdk/lib-dynamodb";
import { dynamo, table } from "@/lib/aws/dynamo";
import { env } from "@/lib/env";

export type Item = Record<string, unknown>;

/**
 * Every item of the table, strongly consistent, a page in memory at a time. For programs run by hand, never for a request.
 * @throws Error that says where the table was looked for when there is none.
 */
export async function* scanTable(): AsyncGenerator<Item> {
  let start: Item | undefined;
  do {
    const page = await readPage(start);
    yield* page.Items ?? [];
    start = page.LastEvaluatedKey;
  } while (start);
}

/** The same all at once, for what has to see one item beside any other. */
export async function readTable(): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of scanTable()) items.push(item);
  return items;
}

async function readPage(ExclusiveStartKey: Item | undefined): Promise<ScanCommandOutput> {
  try {
    return await dynamo().send(new ScanCommand({ TableName: table(), ConsistentRead: true, ExclusiveStartKey }));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    const where = env().DYNAMODB_ENDPOINT ?? env().AWS_REGION;
    throw new Error(`There is no table ${table()} at ${where}. Name yours in DYNAMODB_TABLE.`, { cause: error });
  }
}
