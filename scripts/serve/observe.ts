import type { IncomingMessage, ServerResponse } from "node:http";
import type { Span } from "@opentelemetry/api";
import { endNotes } from "@/lib/http/request-notes";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import type { Trust } from "./client-address";
import { knownMethod } from "./method";
import { type Route, routeOf } from "./routes";
import { beginRequest, endRequest } from "./trace";

// What watchers ask every few seconds says nothing about anybody: it is written down on demand alone, and never traced.
const PROBES = ["/api/health", "/api/ready", "/api/metrics"];

/**
 * Writes one line and measures once when a request has ended: what it was, never whose ids or which query (SECURITY 32).
 * Answers the request's span, for the rest to be done under it.
 */
export function observe(
  request: IncomingMessage,
  response: ServerResponse,
  { id, pages, trust }: { id: string; pages: Route[]; trust: Trust },
): Span | undefined {
  const started = performance.now();
  const { requests, inFlight } = metrics();
  const [path = ""] = (request.url ?? "").split("?", 1);
  const route = routeOf(path, pages);
  const method = knownMethod(request.method ?? "");
  const span = PROBES.includes(route) ? undefined : beginRequest(request, { id, method, route, trust });
  inFlight.inc();
  response.once("close", () => {
    const seconds = (performance.now() - started) / 1000;
    const status = response.statusCode;
    const isCutOff = !response.writableFinished;
    inFlight.dec();
    requests.observe({ route, method, status: `${Math.floor(status / 100)}xx` }, seconds);
    endRequest(span, { status, isCutOff });
    const event = {
      ...{ event: "request", requestId: id, ...endNotes(id) },
      ...{ method, route, status, ms: Math.round(seconds * 1000) },
      ...(isCutOff ? { isCutOff } : {}),
      ...(span ? { traceId: span.spanContext().traceId } : {}),
    };
    log()[PROBES.includes(route) ? "debug" : "info"](event);
  });
  return span;
}
