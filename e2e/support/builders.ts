import type { User } from "@/lib/auth/session";
import { transact } from "@/lib/aws/transact";
import { newId } from "@/lib/ids";
import { accountWrites } from "@/lib/users/repo";

const GIB = 1024 ** 3;

/** Somebody of the test's own with an account and so much room. */
export async function aUser({ name = "Ada", quotaBytes = GIB, createdAt = new Date(0) } = {}): Promise<User> {
  const id = newId();
  const user = { id, email: `${id.toLowerCase()}@example.com`, name, createdAt: createdAt.toISOString() };
  await transact(accountWrites({ ...user, sessionVersion: 1 }, quotaBytes));
  return user;
}

/** The same thing begun so many times at once. */
export const manyTimes = <T>(count: number, begin: (index: number) => Promise<T>): Promise<T>[] =>
  Array.from({ length: count }, (_, index) => begin(index));

/** How many of the promises were kept, and the codes of the others. */
export async function settle(work: Promise<unknown>[]): Promise<{ won: number; codes: string[] }> {
  const results = await Promise.allSettled(work);
  const refused = results.flatMap((result) => (result.status === "rejected" ? [String(result.reason?.code)] : []));
  return { won: results.length - refused.length, codes: refused };
}
