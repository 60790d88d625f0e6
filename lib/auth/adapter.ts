import "server-only";
import type { Adapter, AdapterUser } from "@auth/core/adapters";
import { DynamoDBAdapter } from "@auth/dynamodb-adapter";
import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb";
import { dynamoClient, indexes, table } from "@/lib/aws/dynamo";
import { parseInput } from "@/lib/http/problem";
import { Email, PersonName } from "@/lib/users/schema";
import { createUser, findUserByEmail } from "@/lib/users/users";

/**
 * Keeps the accounts that come by an OAuth provider as registration keeps its own: the stock adapter would write no lock on
 * the e-mail and no sums, and look for e-mails in an index, which lags. An address that has an account already is found
 * here, and next-auth then refuses the newcomer: whoever owns the address at the provider need not be who owns it with us.
 */
export function accountAdapter(): Adapter {
  const stock = DynamoDBAdapter(DynamoDBDocument.from(dynamoClient()), {
    tableName: table(),
    partitionKey: "pk",
    sortKey: "sk",
    indexName: indexes.gsi1,
    indexPartitionKey: "GSI1PK",
    indexSortKey: "GSI1SK",
  });
  return {
    ...stock,
    async createUser(profile) {
      const email = parseInput(Email, profile.email);
      const name = parseInput(PersonName, profile.name ?? "") || email.slice(0, email.indexOf("@"));
      return toAdapterUser(await createUser({ email, name }, () => ({})));
    },
    async getUserByEmail(given) {
      const email = Email.safeParse(given);
      const user = email.success ? await findUserByEmail(email.data) : null;
      return user && toAdapterUser(user);
    },
  };
}

const toAdapterUser = ({ id, email, name }: Pick<AdapterUser, "id" | "email"> & { name: string }): AdapterUser => ({
  id,
  email,
  name,
  emailVerified: null,
});
