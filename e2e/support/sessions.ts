import { encode } from "@auth/core/jwt";
import { cookieNames } from "@/lib/auth/cookies";
import { beginSession } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { aUser } from "./builders";

/** The request header by which a browser shows next-auth's cookie of a session, signed by us unless told otherwise. */
export async function cookieHeader(userId: string, sessionId: string, secret = env().AUTH_SECRET): Promise<Headers> {
  const { session } = cookieNames();
  const value = await encode({ token: { sub: userId, sid: sessionId }, secret, salt: session });
  return new Headers({ cookie: `${session}=${value}` });
}

/** Somebody who is logged in, by the cookie of a browser and by the token of a program. */
export async function aSession() {
  const user = await aUser();
  const begun = await beginSession(user.id, 1);
  return { user, ...begun, cookie: await cookieHeader(user.id, begun.sessionId) };
}
