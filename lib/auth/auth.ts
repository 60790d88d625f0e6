import "server-only";
import { noteActivity } from "@/lib/activity/activity";
import { hashPassword, requireGoodPassword, verifyPassword } from "@/lib/auth/password";
import * as repo from "@/lib/auth/repo";
import type { LogIn, Register } from "@/lib/auth/schema";
import { beginSession, endSession, type Session } from "@/lib/auth/session";
import { countHit, forgiveHit, limits } from "@/lib/aws/rate";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { isSigned, sign } from "@/lib/sign";
import type { User } from "@/lib/users/schema";
import { createUser, findUserByEmail } from "@/lib/users/users";

const TICKET_MS = 60_000;

// Whoever an unknown e-mail belongs to: the same rows are read and written for them, so that it costs the same (SECURITY 2).
const NOBODY = "nobody";

/** Makes an account. @throws AppError `validation_failed`, `email_taken`, `rate_limited`. */
export async function register({ email, password, name }: Register, ip: string): Promise<User> {
  const account = { email, name: name || (email.split("@")[0] ?? email) };
  requireGoodPassword(password, account);
  await countHit(limits.register, ip);
  const stored = await hashPassword(password);
  const user = await createUser(account, (userId) => ({ credential: repo.credentialWrite(userId, stored) }));
  await noteActivity({ userId: user.id, action: "account.registered" });
  return user;
}

/**
 * Whose e-mail and password these are. Each try is counted before it is made and taken back when it was right, so that
 * parallel guesses can't slip through (SECURITY 16). An unknown e-mail costs and answers the same as a wrong password.
 * @throws AppError `invalid_credentials`, `rate_limited`.
 */
export async function verifyLogIn({ email, password }: LogIn, ip: string): Promise<User & { sessionVersion: number }> {
  await countHit(limits.loginAccount, email);
  await countHit(limits.loginAddress, ip);
  const user = await findUserByEmail(email);
  const userId = user?.id ?? NOBODY;
  const stored = await repo.findCredential(userId);
  const isRight = await verifyPassword(password, stored);
  const isIn = user !== null && isRight;
  await noteActivity({ userId, action: isIn ? "session.begun" : "session.refused", byId: isIn ? userId : null });
  if (!user || !isRight) throw new AppError("invalid_credentials");
  await Promise.all([forgiveHit(limits.loginAccount, email), forgiveHit(limits.loginAddress, ip)]);
  return user;
}

/** Logs a program in: a bearer token of the same kind as a browser's session. */
export async function logIn(input: LogIn, ip: string) {
  const { sessionVersion, ...user } = await verifyLogIn(input, ip);
  const { token, expiresAt } = await beginSession(user.id, sessionVersion);
  return { token, tokenType: "Bearer" as const, expiresAt, user };
}

/** Logs out: the session is over on every copy of the app, from the next request on. */
export async function logOut(session: Pick<Session, "user" | "sessionId">): Promise<void> {
  await endSession(session);
  await noteActivity({ userId: session.user.id, action: "session.ended" });
}

/** Proof, for a minute, that this user's password was verified: what next-auth's Credentials provider takes as credentials. */
export function issueTicket(user: { id: string; sessionVersion: number }, now = Date.now()): string {
  const payload = `${user.id}.${user.sessionVersion}.${now + TICKET_MS}`;
  return `${payload}.${sign("ticket", payload)}`;
}

/** Whose ticket this is; null when it is not ours or too old. */
export function readTicket(ticket: unknown, now = Date.now()): { id: string; sessionVersion: number } | null {
  const [id = "", version = "", until = "", tag = ""] = String(ticket).split(".");
  const isOurs = isSigned("ticket", `${id}.${version}.${until}`, tag);
  return isOurs && Number(until) > now ? { id, sessionVersion: Number(version) } : null;
}

/** Where to go after log-in: a path of ours, whatever somebody wrote into the address (SECURITY 8). */
export function ownPath(next: string | undefined): string {
  const fallback = "/drive";
  if (!next?.startsWith("/") || /[\\\p{Cc}]/u.test(next)) return fallback;
  const url = URL.canParse(next, env().AUTH_URL) ? new URL(next, env().AUTH_URL) : null;
  const isOwn = url?.origin === new URL(env().AUTH_URL).origin && !/^\/(\/|%2f|%5c)/i.test(next);
  return isOwn && url ? `${url.pathname}${url.search}` : fallback;
}
