import { newId } from "@/lib/ids";

/** What is known of one request apart from who made it. `ip` is set by our transport and never by a client's header (SECURITY 15). */
export type RequestContext = { requestId: string; ip: string; userAgent: string };

type HeaderReader = { get(name: string): string | null };

/** Reads the context from a request's headers. */
export const contextOf = (headers: HeaderReader): RequestContext => ({
  requestId: newId(),
  ip: headers.get("x-client-ip") ?? "unknown",
  userAgent: headers.get("user-agent") ?? "",
});

/** The host name the client asked for, without its port: in the embedded lane the object store answers on the same one. */
export function hostOf(headers: HeaderReader): string | undefined {
  const host = headers.get("host") ?? "";
  return /^[A-Za-z0-9.-]+(:\d+)?$/.test(host) ? host.replace(/:\d+$/, "") : undefined;
}
