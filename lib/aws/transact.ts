import { setTimeout as delay } from "node:timers/promises";
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { TransactWriteCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { dynamo, table } from "@/lib/aws/dynamo";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";

type Item = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];
type WithoutTable<T> = T extends { TableName: string | undefined } ? Omit<T, "TableName"> : never;

/** One write of a transaction; the table's name is filled in. */
export type Write = { [Kind in keyof Item]?: WithoutTable<NonNullable<Item[Kind]>> };

const TRIES = 12;

/** Reasons for which a transaction is cancelled that go away by themselves. */
const PASSING = new Set(["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]);

/**
 * Writes all or nothing. Answers the names of the writes whose condition did not hold: an empty set means it was written.
 * Conflicts with another transaction are tried again with jitter (SECURITY 31).
 * @throws AppError `unavailable` when the conflicts do not end.
 */
export async function transact<Name extends string>(writes: Partial<Record<Name, Write>>): Promise<Set<Name>> {
  const names = namesOf(writes);
  const TransactItems = names.map((name) => withTable(writes[name] ?? {}));
  let ClientRequestToken = newId();
  for (let attempt = 0; attempt < TRIES; attempt++) {
    try {
      await dynamo().send(new TransactWriteCommand({ TransactItems, ClientRequestToken }));
      return new Set();
    } catch (error) {
      if (!isTransient(error)) return refusedNames(names, error);
      // A cancelled one is begun anew; one whose answer was lost may still be going on, and is asked for under its own token.
      if (error instanceof TransactionCanceledException) ClientRequestToken = newId();
    }
    await delay(Math.random() * Math.min(800, 15 * 2 ** attempt));
  }
  throw new AppError("unavailable", { retryAfter: 1 });
}

function namesOf<Name extends string>(writes: Partial<Record<Name, Write>>): Name[] {
  const names: Name[] = [];
  for (const name in writes) if (writes[name]) names.push(name);
  return names;
}

function withTable(write: Write): Item {
  const entries = Object.entries(write).map(([kind, body]) => [kind, { TableName: table(), ...body }]);
  return Object.fromEntries(entries);
}

function isTransient(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException)) {
    return error instanceof Error && error.name === "TransactionInProgressException";
  }
  const codes = error.CancellationReasons?.map((reason) => reason.Code) ?? [];
  return !codes.includes("ConditionalCheckFailed") && codes.some((code) => code !== undefined && PASSING.has(code));
}

function refusedNames<Name extends string>(names: Name[], error: unknown): Set<Name> {
  if (!(error instanceof TransactionCanceledException)) throw error;
  const reasons = error.CancellationReasons ?? [];
  const refused = new Set(names.filter((_, index) => reasons[index]?.Code === "ConditionalCheckFailed"));
  if (refused.size === 0) throw error;
  return refused;
}
