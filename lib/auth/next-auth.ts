import "server-only";
import type { NextRequest } from "next/server";
import NextAuth, { type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import { noteActivity } from "@/lib/activity/activity";
import { accountAdapter } from "@/lib/auth/adapter";
import { readTicket } from "@/lib/auth/auth";
import { cookieNames, cookieOptions } from "@/lib/auth/cookies";
import { beginSession, checkSession, SESSION_SECONDS } from "@/lib/auth/session";
import { env, isHttps } from "@/lib/env";
import { contextOf } from "@/lib/http/context";
import { inRequest } from "@/lib/http/request-scope";

// A ticket is the only credential: it is issued where a password was verified, under its rate limits, and nowhere else.
const credentials = Credentials({
  credentials: { ticket: {} },
  authorize: async ({ ticket }) => readTicket(ticket),
});

function oauthProviders(): NextAuthConfig["providers"] {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET } = env();
  const google = GOOGLE_CLIENT_ID && Google({ clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET });
  const github = GITHUB_CLIENT_ID && GitHub({ clientId: GITHUB_CLIENT_ID, clientSecret: GITHUB_CLIENT_SECRET });
  return [google, github].flatMap((provider) => (provider ? [provider] : []));
}

const callbacks: NextAuthConfig["callbacks"] = {
  // A session begins when somebody logs in; afterwards null means that it was revoked (SECURITY 4).
  async jwt({ token, user, account }) {
    if (user?.id) {
      if (account?.type !== "credentials") await noteActivity({ userId: user.id, action: "session.begun" });
      const version = "sessionVersion" in user ? Number(user.sessionVersion) : 1;
      const { sessionId } = await beginSession(user.id, version);
      return { sub: user.id, sid: sessionId };
    }
    const isLive = token.sub && typeof token.sid === "string" && (await checkSession(token.sub, token.sid, "cookie"));
    return isLive ? token : null;
  },
};

function config(): NextAuthConfig {
  const names = cookieNames();
  const options = cookieOptions();
  const oauth = oauthProviders();
  return {
    secret: env().AUTH_SECRET,
    trustHost: true,
    useSecureCookies: isHttps(),
    providers: [credentials, ...oauth],
    ...(oauth.length > 0 ? { adapter: accountAdapter() } : {}),
    // The stored session says when somebody was away too long; the cookie only has to live as long as it can.
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/login", error: "/login" },
    cookies: {
      sessionToken: { name: names.session, options },
      csrfToken: { name: names.csrf, options },
      callbackUrl: { name: names.callback, options },
    },
    callbacks,
    logger: { error: () => undefined, warn: () => undefined },
  };
}

const nextAuth = NextAuth(config);
type Handle = (request: NextRequest) => Promise<Response>;
const inScope =
  (handle: Handle): Handle =>
  (request) =>
    inRequest(contextOf(request.headers), () => handle(request));

export const { signIn, signOut } = nextAuth;
export const handlers = { GET: inScope(nextAuth.handlers.GET), POST: inScope(nextAuth.handlers.POST) };
