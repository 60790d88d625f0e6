import type { IncomingMessage, ServerResponse } from "node:http";
import { endNotes } from "@/lib/http/request-notes";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { knownMethod } from "./method";
import { type Route, routeOf } from "./routes";

// What watchers ask every few seconds says nothing about anybody: it is written down on demand alone.
const PROBES = ["/api/health", "/api/ready", "/api/metrics"];

/** Writes one line and measures once when a request has ended: what it was, never whose ids or which query (SECURITY 32). */
export function observe(
  request: IncomingMessage,
  response: ServerResponse,
  seen: { id: string; pages: Route[] },
): void {
  const started = performance.now();
  const { requests, inFlight } = metrics();
  const [path = ""] = (request.url ?? "").split("?", 1);
  const route = routeOf(path, seen.pages);
  const method = knownMethod(request.method ?? "");
  inFlight.inc();
  response.once("close", () => {
    const seconds = (performance.now() - started) / 1000;
    const status = response.statusCode;
    inFlight.dec();
    requests.observe({ route, method, status: `${Math.floor(status / 100)}xx` }, seconds);
    const event = {
      ...{ event: "request", requestId: seen.id, ...endNotes(seen.id) },
      ...{ method, route, status, ms: Math.round(seconds * 1000) },
      ...(response.writableFinished ? {} : { isCutOff: true }),
    };
    log()[PROBES.includes(route) ? "debug" : "info"](event);
  });
}
