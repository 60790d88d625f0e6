import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { dynamo, table } from "@/lib/aws/dynamo";
import { keys } from "@/lib/aws/keys";

/** An account's sums as they are stored. */
export async function usageOf(userId: string): Promise<Record<string, unknown>> {
  const command = new GetCommand({ TableName: table(), Key: keys.usage(userId), ConsistentRead: true });
  const { Item } = await dynamo().send(command);
  return Item ?? {};
}
