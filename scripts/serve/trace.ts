import type { IncomingMessage } from "node:http";
import {
  isSpanContextValid,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
} from "@opentelemetry/api";
import { beginTrace } from "@/lib/trace";
import { isTrustedPeer, type Trust } from "./client-address";

type Known = { id: string; method: string; route: string; trust: Trust };

/** Begins the span of a request, by the pattern of its route and never by its path. Undefined where nothing is traced. */
export function beginRequest(request: IncomingMessage, { id, method, route, trust }: Known): Span | undefined {
  const attributes = {
    "http.request.method": method === "other" ? "_OTHER" : method,
    "http.route": route,
    "smart_drive.request_id": id,
  };
  return beginTrace({ name: `${method} ${route}`, kind: SpanKind.SERVER, attributes }, parentOf(request, trust));
}

/** Ends it. That somebody was refused is no fault of ours; a 5xx is. */
export function endRequest(span: Span | undefined, { status, isCutOff }: { status: number; isCutOff: boolean }): void {
  span?.setAttribute("http.response.status_code", status);
  if (isCutOff) span?.setAttribute("smart_drive.cut_off", true);
  if (status >= 500) span?.setAttribute("error.type", String(status)).setStatus({ code: SpanStatusCode.ERROR });
  span?.end();
}

/**
 * The span that a request says it is part of, where a trusted proxy sends it. From anybody else it counts for nothing: a
 * stranger could hang spans into somebody's trace, and decide what is sampled (SECURITY 15).
 */
export function parentOf({ headers, socket }: IncomingMessage, trust: Trust): SpanContext | undefined {
  if (!isTrustedPeer(socket.remoteAddress ?? "", trust)) return undefined;
  const said = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(String(headers.traceparent));
  const [, traceId = "", spanId = "", flags = ""] = said ?? [];
  const parent = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED, isRemote: true };
  return isSpanContextValid(parent) ? parent : undefined;
}
