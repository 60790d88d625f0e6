import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { contextOf } from "@/lib/http/context";
import { problemResponse } from "@/lib/http/problem";
import { metrics } from "@/lib/metrics";

/**
 * The answer to Prometheus: what this copy measured since it started. Each copy tells of itself alone, so each is to be asked
 * at its own address, not at the balancer's. Without METRICS_TOKEN there is no such page; a session's cookie opens nothing.
 */
export async function metricsResponse(request: Request): Promise<Response> {
  const { requestId } = contextOf(request.headers);
  const { METRICS_TOKEN } = env();
  if (!METRICS_TOKEN) return problemResponse(new AppError("not_found"), requestId);
  if (!isSame(request.headers.get("authorization") ?? "", `Bearer ${METRICS_TOKEN}`)) {
    const refusal = new AppError("unauthenticated", { headers: { "www-authenticate": "Bearer" } });
    return problemResponse(refusal, requestId);
  }
  const { registry } = metrics();
  const headers = { "content-type": registry.contentType, "cache-control": "private, no-store" };
  return new Response(await registry.metrics(), { headers });
}

// Digests are of one length, and say nothing about how much of the token was right.
const isSame = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected));

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
