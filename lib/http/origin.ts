import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/**
 * Refuses a request that changes something, carries the browser's cookie and comes from elsewhere (SECURITY 14).
 * A request without a cookie proves who it is by itself, and so may come from anywhere.
 * @throws AppError `cross_origin`.
 */
export function refuseCrossOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const isBrowser = request.headers.has("cookie") || site !== null;
  if (!isBrowser) return;
  if (site !== null && site !== "same-origin" && site !== "none") throw new AppError("cross_origin");
  if (origin !== null && !isOwnOrigin(origin, request)) throw new AppError("cross_origin");
  if (origin === null && site === null) throw new AppError("cross_origin");
}

function isOwnOrigin(origin: string, request: Request): boolean {
  const { AUTH_URL, APP_ORIGINS } = env();
  if (origin === new URL(AUTH_URL).origin || APP_ORIGINS.includes(origin)) return true;
  // A home network reaches the embedded lane by several names: the page's own host counts as ours when it is the one asked.
  const host = request.headers.get("host");
  return APP_ORIGINS.includes("*") && host !== null && origin === `${new URL(AUTH_URL).protocol}//${host}`;
}
