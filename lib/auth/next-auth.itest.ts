import { NextRequest } from "next/server";
import { expect, it, vi } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { aSession } from "@/e2e/support/sessions";
import { issueTicket } from "./auth";
import { handlers } from "./next-auth";
import { endSession, findSession } from "./session";

// The configuration is read once a file, at its first use: this file holds next-auth as it is under HTTPS.
const HOME = "https://drive.example.com";
vi.stubEnv("AUTH_URL", HOME);

const ask = (cookie: string | null) =>
  handlers.GET(new NextRequest(`${HOME}/api/auth/session`, { headers: { cookie: cookie ?? "" } }));

/** Logs in as next-auth's own page would. */
async function logInWith(ticket: string): Promise<Response> {
  const csrf = await handlers.GET(new NextRequest(`${HOME}/api/auth/csrf`));
  const cookie = csrf.headers.getSetCookie().map(nameAndValue).join("; ");
  const { csrfToken } = await csrf.json();
  const body = new URLSearchParams({ csrfToken, ticket });
  return handlers.POST(
    new NextRequest(`${HOME}/api/auth/callback/credentials`, { method: "POST", headers: { cookie }, body }),
  );
}

const nameAndValue = (setCookie: string): string => setCookie.split(";")[0] ?? "";
const sessionCookie = (response: Response): string | undefined =>
  response.headers.getSetCookie().find((each) => each.includes("session-token"));

it("sets a cookie of 90 days for this host alone, over HTTPS alone, out of scripts' reach (SECURITY 7)", async () => {
  const user = await aUser();
  const cookie = sessionCookie(await logInWith(issueTicket({ id: user.id, sessionVersion: 1 })));
  expect(cookie).toMatch(
    /^__Host-authjs\.session-token=[\w.-]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
  );
  const days = (Date.parse(/Expires=([^;]+)/.exec(cookie ?? "")?.[1] ?? "") - Date.now()) / (24 * 60 * 60 * 1000);
  expect(Math.round(days)).toBe(90);
  expect(await findSession(new Headers({ cookie: nameAndValue(cookie ?? "") }))).toMatchObject({
    user: { id: user.id },
  });
});

it("takes no ticket but ours", async () => {
  const answer = await logInWith("somebody.1.99999999999999.tag");
  expect(sessionCookie(answer)).toBeUndefined();
  expect(answer.headers.get("location")).toContain("error=CredentialsSignin");
});

it("renews no cookie that was kept after log-out, and takes it away (SECURITY 4)", async () => {
  const { user, sessionId, cookie } = await aSession();
  expect(sessionCookie(await ask(cookie.get("cookie")))).toContain("HttpOnly; Secure");
  await endSession({ user, sessionId });
  const answer = await ask(cookie.get("cookie"));
  expect(await answer.json()).toBeNull();
  expect(sessionCookie(answer)).toMatch(/^__Host-authjs\.session-token=; Max-Age=0;/);
});
