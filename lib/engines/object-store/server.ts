import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { replyOf, send } from "./answer";
import { isStoreError } from "./errors";
import { allowOrigin, type Exchange, respond, type Service } from "./respond";
import { createVerifier } from "./signature";
import type { Report } from "./store";
import { parseTarget } from "./target";

interface Running extends Service {
  report: Report;
}

/** An HTTP server over a store, not listening yet. */
export function createStoreServer(service: Omit<Running, "verify">): Server {
  const verify = createVerifier(service.settings);
  const full = { ...service, verify };
  const server = createServer((request, response) => void handle(full, { request, response, letClientSend() {} }));
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    void handle(full, { request, response, letClientSend: () => response.writeContinue() });
  });
  // A large upload may take hours: what ends it is silence, not age.
  server.requestTimeout = 0;
  server.headersTimeout = 60_000;
  server.keepAliveTimeout = 65_000;
  server.setTimeout(120_000);
  return server;
}

async function handle(service: Running, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const requestId = randomBytes(8).toString("hex").toUpperCase();
  response.setHeader("x-amz-request-id", requestId);
  const isHead = request.method === "HEAD";
  let resource = "/";
  try {
    const target = parseTarget(request.url ?? "/");
    resource = `/${target.bucket}${target.key && `/${target.key}`}`;
    allowOrigin(service, exchange, target);
    await send(request, response, await respond(service, exchange, target));
  } catch (error) {
    if (!isStoreError(error) && !request.destroyed) report(service, requestId, error);
    if (response.headersSent) response.destroy();
    else await send(request, response, replyOf(error, { resource, requestId, isHead }));
  }
}

function report(service: Running, requestId: string, error: unknown): void {
  const detail = error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) };
  service.report({ event: "error", requestId, ...detail });
}
