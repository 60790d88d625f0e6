import { z } from "zod";

type Item = Record<string, unknown>;

const Account = z.object({ id: z.string(), email: z.string() });
const Lock = z.object({ pk: z.string(), userId: z.string() });

const byId = (items: Item[], sk: string): Set<string> =>
  new Set(items.filter((item) => item.sk === sk).map((item) => String(item.pk)));

/** Accounts without what makes them whole, and e-mail addresses that are kept for nobody. */
export function accountFaults(items: Item[]): string[] {
  const accounts = items.filter((item) => item.type === "USER").map((item) => Account.parse(item));
  const locks = items.filter((item) => item.sk === "EMAIL").map((item) => Lock.parse(item));
  const sums = byId(items, "USAGE");
  const holders = new Map(locks.map((lock) => [lock.pk, lock.userId]));
  const emails = new Map(accounts.map(({ id, email }) => [id, `EMAIL#${email}`]));
  return [
    ...accounts.flatMap(({ id, email }) =>
      holders.get(`EMAIL#${email}`) === id ? [] : [`account ${id}: its e-mail address is not kept for it`],
    ),
    ...accounts.flatMap(({ id }) => (sums.has(`USER#${id}`) ? [] : [`account ${id}: no sums`])),
    ...locks.flatMap(({ pk, userId }) =>
      emails.get(userId) === pk ? [] : [`e-mail of ${userId}: kept for an account that does not have it`],
    ),
  ];
}
