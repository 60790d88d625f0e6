import "server-only";
import { HeadBucketCommand } from "@aws-sdk/client-s3";
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { dynamo, table } from "@/lib/aws/dynamo";
import { keys } from "@/lib/aws/keys";
import { bucket, s3 } from "@/lib/aws/s3";
import { contextOf } from "@/lib/http/context";
import { describeError, log } from "@/lib/log";
import type { About, Health } from "@/lib/service/schema";
import manifest from "@/package.json";

const PATIENCE_MS = 2500;

/** What answers at `GET /api`. */
export const about = (): About => ({ name: "Smart Drive", version: manifest.version, docs: "/api/docs" });

/** Asks both engines at once, each for no longer than its patience. */
export async function checkHealth(): Promise<Health> {
  const [database, storage] = await Promise.all([
    answers("database", (abortSignal) =>
      dynamo().send(new GetCommand({ TableName: table(), Key: keys.user("health") }), { abortSignal }),
    ),
    answers("storage", (abortSignal) => s3().send(new HeadBucketCommand({ Bucket: bucket() }), { abortSignal })),
  ]);
  const status = database === "ok" && storage === "ok" ? "ok" : "unavailable";
  return { status, database, storage, version: manifest.version };
}

/** The answer to whoever watches the app. It counts no hits: counting needs the database that it reports on. */
export async function healthResponse(request: Request): Promise<Response> {
  const health = await checkHealth();
  return respond(request, health.status, health);
}

/** The answer to whatever spreads requests over the copies. While a copy drains, the transport itself says no. */
export async function readyResponse(request: Request): Promise<Response> {
  const { status } = await checkHealth();
  return respond(request, status, { status });
}

function respond(request: Request, status: Health["status"], body: Partial<Health>): Response {
  const headers = { "cache-control": "no-store", "x-request-id": contextOf(request.headers).requestId };
  if (status === "ok") return Response.json(body, { headers });
  return Response.json(body, { status: 503, headers: { ...headers, "retry-after": "5" } });
}

async function answers(part: string, ask: (signal: AbortSignal) => Promise<unknown>): Promise<Health["status"]> {
  try {
    await ask(AbortSignal.timeout(PATIENCE_MS));
    return "ok";
  } catch (error) {
    log().warn({ event: "health.unavailable", part, error: describeError(error) });
    return "unavailable";
  }
}
