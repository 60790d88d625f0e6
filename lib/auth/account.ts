import "server-only";
import { noteActivity } from "@/lib/activity/activity";
import { hashPassword, requireGoodPassword, verifyPassword } from "@/lib/auth/password";
import * as repo from "@/lib/auth/repo";
import type { ChangePassword, PatchMe } from "@/lib/auth/schema";
import type { Session, User } from "@/lib/auth/session";
import { countHit, forgiveHit, limits } from "@/lib/aws/rate";
import { transact } from "@/lib/aws/transact";
import { AppError } from "@/lib/errors";
import { bumpSessions, renameUser, requireUser } from "@/lib/users/users";

type Own = Pick<Session, "user" | "sessionId">;

/**
 * Changes the password: in one transaction with it, every other session and token of the account ends (SECURITY 4).
 * @throws AppError `invalid_credentials` when the current one is wrong, `validation_failed` for a bad new one, `conflict`.
 */
export async function changePassword(
  { user, sessionId }: Own,
  { currentPassword, newPassword }: ChangePassword,
): Promise<void> {
  const stored = await requirePassword(user, currentPassword);
  requireGoodPassword(newPassword, user, "newPassword");
  const { sessionVersion } = await requireUser(user.id);
  const refused = await transact({
    credential: repo.replaceCredential(user.id, stored, await hashPassword(newPassword)),
    user: bumpSessions(user.id, sessionVersion),
    session: repo.keepSession(user.id, sessionId, sessionVersion + 1),
  });
  if (refused.size > 0) throw new AppError("conflict");
  await noteActivity({ userId: user.id, action: "password.changed" });
}

/** The write that takes a password away, for the end of its account. */
export const dropCredential = repo.dropCredential;

/** Whether the account has a password of ours; one that came by OAuth has none. */
export const hasPassword = async (user: User): Promise<boolean> => (await repo.findCredential(user.id)) !== null;

/**
 * Holds a password against the account's own, each try counted as one to log in (SECURITY 16).
 * @throws AppError `invalid_credentials`, `rate_limited`.
 */
export async function requirePassword(user: User, password: string) {
  await countHit(limits.loginAccount, user.email);
  const stored = await repo.findCredential(user.id);
  if (!(await verifyPassword(password, stored)) || !stored) throw new AppError("invalid_credentials");
  await forgiveHit(limits.loginAccount, user.email);
  return stored;
}

/** Changes what the account's owner is called. */
export async function patchMe(user: User, { name }: PatchMe): Promise<User> {
  await renameUser(user.id, name);
  return { ...user, name };
}

/** Ends every session and token of the account, this one too, from the next request on. @throws AppError `conflict`. */
export async function logOutEverywhere({ user }: Own): Promise<void> {
  const { sessionVersion } = await requireUser(user.id);
  const refused = await transact({ user: bumpSessions(user.id, sessionVersion) });
  if (refused.size > 0) throw new AppError("conflict");
  await noteActivity({ userId: user.id, action: "sessions.ended" });
}
