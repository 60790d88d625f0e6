import "server-only";
import { createHash } from "node:crypto";
import { getToken } from "@auth/core/jwt";
import { whence } from "@/lib/activity/whence";
import { cookieNames } from "@/lib/auth/cookies";
import * as repo from "@/lib/auth/repo";
import { deedId } from "@/lib/deed";
import { env, isHttps } from "@/lib/env";
import { noteUser } from "@/lib/http/request-notes";
import { currentRequest } from "@/lib/http/request-scope";
import { newSecret } from "@/lib/ids";

/** Who is asking, as every domain function takes it. */
export type User = { id: string; email: string; name: string; createdAt: string };

/** As much of a user as asking for rights takes. */
export type Caller = Pick<User, "id">;

/** An identity that was checked against the stored session just now. */
export type Session = {
  user: User;
  sessionId: string;
  via: "cookie" | "bearer";
  /** Somebody who logged in, or a program with a personal access token. */
  kind: repo.TokenRow["kind"];
  scopes: readonly ("read" | "write")[];
};

const HOUR_MS = 60 * 60 * 1000;
const DAY_SECONDS = 24 * 60 * 60;
const IDLE_SECONDS = 30 * DAY_SECONDS;

/** The longest that a session lives however much it is used; what a browser's cookie is given (SECURITY 7). */
export const SESSION_SECONDS = 90 * DAY_SECONDS;

const BEARER = /^Bearer sd_([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{43})$/i;

/** The session that a request's bearer token or cookie names; null when there is none, or it ended or was revoked. */
export async function findSession(headers: Headers): Promise<Session | null> {
  const session = await sessionOf(headers);
  if (session) noteUser(headers, session.user.id);
  return session;
}

async function sessionOf(headers: Headers): Promise<Session | null> {
  const authorization = headers.get("authorization");
  if (authorization?.toLowerCase().startsWith("bearer ")) {
    const [, userId, secret] = BEARER.exec(authorization) ?? [];
    return userId && secret ? checkSession(userId, hashOf(secret), "bearer") : null;
  }
  if (!headers.has("cookie")) return null;
  const { session } = cookieNames();
  const token = await getToken({
    req: { headers },
    secret: env().AUTH_SECRET,
    cookieName: session,
    salt: session,
    secureCookie: isHttps(),
  });
  if (!token?.sub || typeof token.sid !== "string") return null;
  return checkSession(token.sub, token.sid, "cookie");
}

/**
 * Checks a session against what is stored: this is what makes log-out hold from the next request on (SECURITY 4). Using a
 * session renews it.
 */
export async function checkSession(
  userId: string,
  hash: string,
  via: Session["via"],
  now = new Date(),
): Promise<Session | null> {
  const found = await repo.findUserAndToken(userId, hash);
  if (!found) return null;
  const { user, token } = found;
  const isLive = token.expires > now.getTime() / 1000 && token.sessionVersion === user.sessionVersion;
  if (!isLive) return null;
  if (token.kind === "session") await renew(userId, token, now);
  else await noteUse(userId, token, now);
  const { id, email, name, createdAt } = user;
  return { user: { id, email, name, createdAt }, sessionId: hash, via, kind: token.kind, scopes: token.scopes };
}

// Written at most once a day, so that reading stays reading.
async function renew(userId: string, { hash, createdAt, expires }: repo.TokenRow, now: Date): Promise<void> {
  const until = endOf(new Date(createdAt), now);
  if (until - expires >= DAY_SECONDS) await repo.setTokenExpiry(userId, hash, until);
}

// Written at most once an hour, for the same reason.
async function noteUse(userId: string, { hash, lastUsedAt }: repo.TokenRow, now: Date): Promise<void> {
  if (now.getTime() - Date.parse(lastUsedAt ?? new Date(0).toISOString()) < HOUR_MS) return;
  await repo.setTokenUse(userId, hash, now.toISOString());
}

/** When a session ends that began and was last used then: after 30 idle days, and 90 in all. */
const endOf = (began: Date, used: Date): number =>
  Math.min(secondsOf(used) + IDLE_SECONDS, secondsOf(began) + SESSION_SECONDS);

const secondsOf = (time: Date): number => Math.floor(time.getTime() / 1000);

/** Begins a session for whoever just proved who they are. The secret is told once; what is stored is its hash. */
export async function beginSession(userId: string, sessionVersion: number, now = new Date()) {
  const expires = endOf(now, now);
  const scopes: repo.TokenRow["scopes"] = ["read", "write"];
  const { row, secret } = newToken(userId, { kind: "session", name: "", scopes, sessionVersion, expires }, now);
  await repo.insertToken(userId, row);
  return { sessionId: row.hash, token: secret, expiresAt: new Date(expires * 1000).toISOString() };
}

type NewToken = Pick<repo.TokenRow, "kind" | "name" | "scopes" | "sessionVersion" | "expires">;

/** A session or token to be kept, and the secret that its bearer shows. */
export function newToken(userId: string, token: NewToken, now: Date): { row: repo.TokenRow; secret: string } {
  const secret = newSecret();
  const from = whence(currentRequest());
  const row = {
    ...token,
    ...from,
    id: deedId("token"),
    hash: hashOf(secret),
    createdAt: now.toISOString(),
    lastUsedAt: null,
  };
  return { row, secret: `sd_${userId}.${secret}` };
}

/** Ends a session on every copy of the app, from the next request on. */
export const endSession = ({ user, sessionId }: Pick<Session, "user" | "sessionId">): Promise<void> =>
  repo.deleteToken(user.id, sessionId);

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");
