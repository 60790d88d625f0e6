import "server-only";

/** Who is asking, as every domain function takes it. */
export type User = { id: string; email: string; name: string; createdAt: string };

/** An identity that was checked against the stored session just now. */
export type Session = {
  user: User;
  sessionId: string;
  via: "cookie" | "bearer";
  scopes: readonly ("read" | "write")[];
};

/** The session that a request's bearer token or cookie names; null when there is none, or it ended or was revoked. */
export async function findSession(_headers: Headers): Promise<Session | null> {
  return null;
}
