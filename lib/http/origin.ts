import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { hostOf } from "@/lib/http/context";

/**
 * Refuses a request that changes something and comes from elsewhere (SECURITY 14): one with the browser's cookie, and one
 * with no proof at all, such as a log-in. A token without a cookie proves who it is by itself, and so may come from anywhere.
 * @throws AppError `cross_origin`.
 */
export function refuseCrossOrigin({ method, headers }: Request): void {
  if (method === "GET" || method === "HEAD") return;
  const hasCookie = headers.has("cookie");
  if (!hasCookie && headers.has("authorization")) return;
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") throw new AppError("cross_origin");
  if (origin !== null && !isOwnOrigin(origin, headers)) throw new AppError("cross_origin");
  // No browser that sends our cookie leaves out both.
  if (hasCookie && origin === null && site === null) throw new AppError("cross_origin");
}

function isOwnOrigin(origin: string, headers: Headers): boolean {
  const { AUTH_URL, APP_ORIGINS } = env();
  if (origin === new URL(AUTH_URL).origin || APP_ORIGINS.includes(origin)) return true;
  // A home network reaches the embedded lane by several names: the page's own host counts as ours when it is the one asked.
  const isAnyName = APP_ORIGINS.includes("*") && hostOf(headers) !== undefined;
  return isAnyName && origin === `${new URL(AUTH_URL).protocol}//${headers.get("host")}`;
}
