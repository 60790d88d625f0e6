import { env } from "@/lib/env";
import { REQUEST_ID_HEADER } from "@/lib/http/request-notes";
import { LOCALE_COOKIE, type Locale, viewingOf } from "@/lib/i18n/schema";
import { newId } from "@/lib/ids";

/**
 * What is known of one request apart from who made it. `requestId` and `ip` are set by our transport and never by a client's
 * header (SECURITY 15).
 */
export type RequestContext = { requestId: string; ip: string; userAgent: string; locale: Locale };

/** Where the proxy writes which page a request is for: a layout is not told it by Next. */
export const PAGE_HEADER = "x-page";

type HeaderReader = { get(name: string): string | null };

/** Reads the context from a request's headers. */
export const contextOf = (headers: HeaderReader): RequestContext => ({
  requestId: headers.get(REQUEST_ID_HEADER) ?? newId(),
  ip: headers.get("x-client-ip") ?? "unknown",
  userAgent: headers.get("user-agent") ?? "",
  locale: viewingOf(chosenLocale(headers), headers.get("accept-language")).locale,
});

const chosenLocale = (headers: HeaderReader): string | undefined =>
  new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=([a-z]+)`).exec(headers.get("cookie") ?? "")?.[1];

/**
 * The host name the client asked for, without its port: in the embedded lane the object store answers on the same one.
 * Only a name that the app is configured to have counts; what else a client claims never gets into a link (SECURITY 15).
 */
export function hostOf(headers: HeaderReader): string | undefined {
  const host = headers.get("host") ?? "";
  if (!/^[A-Za-z0-9.-]+(:\d+)?$/.test(host)) return undefined;
  return isOwnHost(host) ? host.replace(/:\d+$/, "") : undefined;
}

function isOwnHost(host: string): boolean {
  const { AUTH_URL, APP_ORIGINS } = env();
  if (APP_ORIGINS.includes("*")) return true;
  return [AUTH_URL, ...APP_ORIGINS].some(
    (origin) => URL.canParse(origin) && new URL(origin).host === host.toLowerCase(),
  );
}
