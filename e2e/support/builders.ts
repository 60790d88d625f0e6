import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { User } from "@/lib/auth/session";
import { dynamo, table } from "@/lib/aws/dynamo";
import { keys } from "@/lib/aws/keys";
import { newId } from "@/lib/ids";

const GIB = 1024 ** 3;

/** Somebody of the test's own with an account and so much room. */
export async function aUser({ quotaBytes = GIB } = {}): Promise<User> {
  const id = newId();
  const sums = { usedBytes: 0, reservedBytes: 0, freeBytes: quotaBytes, quotaBytes, files: 0 };
  await dynamo().send(new PutCommand({ TableName: table(), Item: { ...keys.usage(id), ...sums } }));
  return { id, email: `${id.toLowerCase()}@example.com`, name: "Ada", createdAt: new Date(0).toISOString() };
}

/** How many of the promises were kept, and the codes of the others. */
export async function settle(work: Promise<unknown>[]): Promise<{ won: number; codes: string[] }> {
  const results = await Promise.allSettled(work);
  const refused = results.flatMap((result) => (result.status === "rejected" ? [String(result.reason?.code)] : []));
  return { won: results.length - refused.length, codes: refused };
}
