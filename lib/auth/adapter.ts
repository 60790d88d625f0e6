import "server-only";
import type { Adapter, AdapterUser } from "@auth/core/adapters";
import { DynamoDBAdapter } from "@auth/dynamodb-adapter";
import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb";
import { noteActivity } from "@/lib/activity/activity";
import * as repo from "@/lib/auth/repo";
import { dynamoClient, indexes, table } from "@/lib/aws/dynamo";
import { transact } from "@/lib/aws/transact";
import { parseInput } from "@/lib/http/problem";
import { newId } from "@/lib/ids";
import { Email, PersonName } from "@/lib/users/schema";
import { createUser, findUserByEmail } from "@/lib/users/users";

type Newcomer = { id: string; email: string; name: string };

/**
 * Keeps the accounts that come by an OAuth provider as registration keeps its own: the stock adapter would write no lock on
 * the e-mail and no sums, and look for e-mails in an index, which lags. An address that has an account already is found
 * here, and next-auth then refuses the newcomer: whoever owns the address at the provider need not be who owns it with us.
 *
 * next-auth makes the user first and links it then. Both are written at the second step, in one transaction: an account that
 * nobody can enter would keep its address for ever.
 */
export function accountAdapter(): Adapter {
  const newcomers = new Map<string, Newcomer>();
  return {
    ...stockAdapter(),
    async createUser(profile) {
      const newcomer = toNewcomer(profile);
      newcomers.set(newcomer.id, newcomer);
      return toAdapterUser(newcomer);
    },
    async linkAccount(account) {
      const link = repo.linkWrite(account);
      const newcomer = newcomers.get(account.userId);
      if (newcomer) await register(newcomer, link);
      else await transact({ link });
      newcomers.delete(account.userId);
      return account;
    },
    async getUserByEmail(given) {
      const email = Email.safeParse(given);
      const user = email.success ? await findUserByEmail(email.data) : null;
      return user && toAdapterUser(user);
    },
  };
}

const stockAdapter = (): Adapter =>
  DynamoDBAdapter(DynamoDBDocument.from(dynamoClient()), {
    tableName: table(),
    partitionKey: "pk",
    sortKey: "sk",
    indexName: indexes.gsi1,
    indexPartitionKey: "GSI1PK",
    indexSortKey: "GSI1SK",
  });

async function register(newcomer: Newcomer, link: ReturnType<typeof repo.linkWrite>): Promise<void> {
  await createUser(newcomer, () => ({ link }));
  await noteActivity({ userId: newcomer.id, action: "account.registered" });
}

function toNewcomer(profile: Pick<AdapterUser, "email" | "name">): Newcomer {
  const email = parseInput(Email, profile.email);
  const name = parseInput(PersonName, profile.name ?? "") || email.slice(0, email.indexOf("@"));
  return { id: newId(), email, name };
}

const toAdapterUser = ({ id, email, name }: Newcomer): AdapterUser => ({ id, email, name, emailVerified: null });
