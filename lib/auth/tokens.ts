import "server-only";
import { noteActivity } from "@/lib/activity/activity";
import * as repo from "@/lib/auth/repo";
import type { CreateToken, SessionView, Token, TokenMade } from "@/lib/auth/schema";
import { type Caller, newToken, type Session } from "@/lib/auth/session";
import { AppError, invalid } from "@/lib/errors";
import { requireUser } from "@/lib/users/users";

const MOST_TOKENS = 50;
// Farther than any: a token without an end has one that nobody sees.
const NEVER_SECONDS = 253_402_300_799;

/** The account's personal access tokens, newest first. Their secrets are told by nobody. */
export async function listTokens(user: Caller, now = new Date()): Promise<Token[]> {
  return (await liveTokens(user, "token", now)).map(toToken);
}

/**
 * Makes a personal access token; its secret is told here and nowhere else. A token makes no tokens: else one that was lent would
 * outlive its revocation.
 * @throws AppError `forbidden`, `validation_failed` for an end in the past or too many tokens.
 */
export async function createToken(
  { user, kind }: Pick<Session, "user" | "kind">,
  { name, scopes, expiresAt }: CreateToken,
  now = new Date(),
): Promise<TokenMade> {
  if (kind === "token") throw new AppError("forbidden", { detail: "A token can't make tokens. Log in to make one." });
  const ends = expiresAt ? Math.floor(Date.parse(expiresAt) / 1000) : NEVER_SECONDS;
  if (ends <= now.getTime() / 1000) throw invalid("expiresAt", "Choose an end in the future.");
  const others = await liveTokens(user, "token", now);
  const { sessionVersion } = await requireUser(user.id);
  const { row, secret } = newToken(user.id, { kind: "token", name, scopes, sessionVersion, expires: ends }, now);
  // An earlier try of the same deed, whose secret nobody was told.
  const lost = others.find(({ id }) => id === row.id);
  if (lost) await repo.deleteToken(user.id, lost.hash);
  else if (others.length >= MOST_TOKENS)
    throw invalid("name", `An account has at most ${MOST_TOKENS} tokens. Revoke one first.`);
  await repo.insertToken(user.id, row);
  await noteActivity({ userId: user.id, action: "token.made" });
  return { ...toToken(row), secret };
}

/** Revokes a token, from the next request on. @throws AppError `not_found`. */
export async function revokeToken(user: Caller, tokenId: string, now = new Date()): Promise<void> {
  const row = (await liveTokens(user, "token", now)).find(({ id }) => id === tokenId);
  if (!row) throw new AppError("not_found");
  await repo.deleteToken(user.id, row.hash);
  await noteActivity({ userId: user.id, action: "token.revoked" });
}

/** Where the account is logged in, the session that asks first, then the newest. */
export async function listSessions({ user, sessionId }: Session, now = new Date()): Promise<SessionView[]> {
  const rows = await liveTokens(user, "session", now);
  const views = rows.map(({ hash, id, createdAt, client, address }) => {
    return { id, createdAt, client, address, isCurrent: hash === sessionId };
  });
  return views.sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}

/** Ends one session of the account, from its next request on. @throws AppError `not_found`. */
export async function endOtherSession(user: Caller, id: string, now = new Date()): Promise<void> {
  const row = (await liveTokens(user, "session", now)).find((each) => each.id === id);
  if (!row) throw new AppError("not_found");
  await repo.deleteToken(user.id, row.hash);
  await noteActivity({ userId: user.id, action: "session.ended" });
}

async function liveTokens(user: Caller, kind: repo.TokenRow["kind"], now: Date): Promise<repo.TokenRow[]> {
  const { sessionVersion } = await requireUser(user.id);
  const rows = await repo.listTokenRows(user.id);
  return rows
    .filter((row) => row.kind === kind && row.sessionVersion === sessionVersion && row.expires > now.getTime() / 1000)
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

const toToken = ({ id, name, scopes, createdAt, expires, lastUsedAt }: repo.TokenRow): Token => ({
  id,
  name,
  scopes,
  createdAt,
  expiresAt: expires === NEVER_SECONDS ? null : new Date(expires * 1000).toISOString(),
  lastUsedAt,
});
