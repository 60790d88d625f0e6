import "server-only";
import { verifyPassword } from "@/lib/auth/password";
import { countHit, forgiveHit, limits } from "@/lib/aws/rate";
import { isHttps } from "@/lib/env";
import { contextOf } from "@/lib/http/context";
import type { ShareRow } from "@/lib/sharing/row";
import { isSigned, sign } from "@/lib/sign";

/** Whatever carries a visitor's proof: a request's headers, or those of the page being drawn. */
export type Visitor = { get(name: string): string | null };

const COOKIE = "share";

/** Whether a visitor has proved the link's password, by the cookie of its page or, as programs do, by Basic. */
export async function isUnlocked(link: ShareRow, visitor: Visitor): Promise<boolean> {
  if (link.password === null) return true;
  if (isSigned("share", provenBy(link), cookieOf(visitor))) return true;
  const password = basicPassword(visitor.get("authorization"));
  return password !== null && checkPassword(link, password, visitor);
}

/** Checks a password; only failures count against the limit. @throws AppError `rate_limited`. */
export async function checkPassword(link: ShareRow, password: string, visitor: Visitor): Promise<boolean> {
  if (link.password === null) return true;
  const subject = `${link.id}#${contextOf(visitor).ip}`;
  await countHit(limits.sharePassword, subject);
  if (!(await verifyPassword(password, link.password))) return false;
  await forgiveHit(limits.sharePassword, subject);
  return true;
}

/** The cookie that proves the password of this link alone, and dies with it (SECURITY 12). */
export function proofCookie(link: ShareRow) {
  const options = { httpOnly: true, sameSite: "lax", secure: isHttps(), path: `/s/${link.id}` } as const;
  return { name: COOKIE, value: sign("share", provenBy(link)), ...options };
}

const provenBy = (link: ShareRow): string => `${link.id}:${link.passwordVersion}`;

function cookieOf(visitor: Visitor): string {
  const pairs = visitor.get("cookie")?.split(/; */) ?? [];
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? "";
}

function basicPassword(authorization: string | null): string | null {
  const encoded = /^Basic +([A-Za-z0-9+/=_-]{1,2000})$/i.exec(authorization ?? "")?.[1];
  if (encoded === undefined) return null;
  const decoded = Buffer.from(encoded, "base64").toString("utf8");
  const colon = decoded.indexOf(":");
  const password = decoded.slice(colon + 1);
  return colon < 0 || password === "" || password.length > 256 ? null : password;
}
