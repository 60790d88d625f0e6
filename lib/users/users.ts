import "server-only";
import { transact, type Write } from "@/lib/aws/transact";
import { deedId } from "@/lib/deed";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import * as repo from "@/lib/users/repo";
import type { Usage, User } from "@/lib/users/schema";

const GROUPS = ["image", "video", "audio", "text", "document", "archive", "other"];

/**
 * Makes an account, with what else belongs in the same transaction. Of two who want one e-mail address, one gets it.
 * @throws AppError `email_taken`.
 */
export async function createUser(
  given: { id?: string; email: string; name: string },
  others: (userId: string) => Record<string, Write>,
  now = new Date(),
): Promise<User> {
  const user = { ...given, id: given.id ?? deedId("user"), createdAt: now.toISOString() };
  const writes = repo.accountWrites({ ...user, sessionVersion: 1 }, env().DEFAULT_QUOTA_BYTES);
  const refused = await transact<string>({ ...writes, ...others(user.id) });
  // An earlier try of the same deed made it.
  const made = refused.has("user") ? await repo.findUserRow(user.id) : null;
  if (made) return made;
  if (refused.has("email")) throw new AppError("email_taken");
  if (refused.size > 0) throw new AppError("conflict");
  return user;
}

/** What an account's files take of its room, by group of types. */
export async function usageOf(userId: string): Promise<Usage> {
  const sums = await repo.findSums(userId);
  if (!sums) throw new AppError("not_found");
  const { usedBytes, reservedBytes, quotaBytes, files } = sums;
  const byType = GROUPS.map((type) => ({
    type,
    bytes: count(sums[`bytes_${type}`]),
    files: count(sums[`files_${type}`]),
  }));
  return {
    usedBytes,
    reservedBytes,
    quotaBytes,
    files,
    byType: byType.filter((group) => group.files > 0 || group.bytes > 0),
  };
}

const count = (value: unknown): number => (typeof value === "number" ? value : 0);

/** A user by e-mail address. */
export async function findUserByEmail(email: string): Promise<repo.UserRow | null> {
  const userId = await repo.findUserIdByEmail(email);
  // Read for nobody too, so that an unknown address costs as much as a known one (SECURITY 2).
  return repo.findUserRow(userId ?? "nobody");
}

/** A user by id. */
export const findUser = repo.findUserRow;

/** The stored row of a user, for the session's check. */
export const parseUserRow = (item: unknown): repo.UserRow => repo.UserRow.parse(item);

/** A user by id. @throws AppError `not_found` for an account that is gone. */
export async function requireUser(userId: string): Promise<repo.UserRow> {
  const user = await repo.findUserRow(userId);
  if (!user) throw new AppError("not_found");
  return user;
}

/** The write that ends every session and token of an account. */
export const bumpSessions = repo.bumpSessions;

/** Changes what a user is called. @throws AppError `not_found`. */
export async function renameUser(userId: string, name: string): Promise<void> {
  if (!(await repo.setName(userId, name))) throw new AppError("not_found");
}

/** Takes an account out of use, with what else belongs in the same transaction. @throws AppError `conflict`. */
export async function dropUser(
  { id, email }: Pick<User, "id" | "email">,
  others: Record<string, Write>,
): Promise<void> {
  const refused = await transact<string>({ ...repo.dropWrites(id, email), ...others });
  if (refused.size > 0) throw new AppError("conflict");
}

/** Takes away what is known of an account that is out of use. */
export async function eraseUser(userId: string): Promise<void> {
  for (const pk of repo.partitionsOf(userId)) await repo.eraseItems(pk);
}
