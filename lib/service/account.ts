import "server-only";
import { dropCredential, hasPassword, requirePassword } from "@/lib/auth/account";
import type { User } from "@/lib/auth/session";
import { purgeEverything } from "@/lib/entries/purge";
import { AppError } from "@/lib/errors";
import { heldJob, type JobHandler, releaseJob } from "@/lib/jobs/jobs";
import { describeError, log } from "@/lib/log";
import { dropShares } from "@/lib/sharing/sharing";
import { abortAllUploads } from "@/lib/uploads/uploads";
import { dropUser, eraseUser } from "@/lib/users/users";

/**
 * Deletes an account: from the next request on nobody is logged in to it, its address is free, and its links have ended. What it
 * held goes by a job. An account without a password of ours confirms with its e-mail address instead.
 * @throws AppError `invalid_credentials`, `conflict`.
 */
export async function deleteAccount(user: User, { password }: { password: string }): Promise<void> {
  if (await hasPassword(user)) await requirePassword(user, password);
  else if (password.trim().toLowerCase() !== user.email) throw new AppError("invalid_credentials");
  const job = heldJob("delete-account", { userId: user.id });
  await dropUser(user, { credential: dropCredential(user.id), job: job.write });
  try {
    await dropShares(user.id);
    await releaseJob(job.id);
  } catch (error) {
    // The account is gone; the job, whose lease ends, does the rest.
    log().warn({ event: "account.delete_delayed", userId: user.id, error: describeError(error) });
  }
}

/** Takes away all that an account held: links, uploads, entries with their contents, and at last what is known of it. */
export const runDeleteAccount: JobHandler = async ({ userId = "" }, keepLease) => {
  await dropShares(userId);
  await abortAllUploads(userId);
  await keepLease();
  await purgeEverything(userId, keepLease);
  // A link or an upload that was begun just before the end.
  await dropShares(userId);
  await eraseUser(userId);
};
