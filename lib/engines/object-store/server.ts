import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { replyOf, send } from "./answer";
import type { Reply } from "./context";
import { corsHeaders, defaultRules } from "./cors";
import { isStoreError, storeError } from "./errors";
import { refuseUnknownHeaders } from "./known-headers";
import { route } from "./router";
import type { Settings } from "./settings";
import { createVerifier, type Verifier } from "./signature";
import type { Report, Store } from "./store";
import { parseTarget, type Target } from "./target";

interface Service {
  settings: Settings;
  store: Store;
  verify: Verifier;
  report: Report;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  letClientSend(): void;
}

/** An HTTP server over a store, not listening yet. */
export function createStoreServer(service: Omit<Service, "verify">): Server {
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

async function handle(service: Service, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const requestId = randomBytes(8).toString("hex").toUpperCase();
  response.setHeader("x-amz-request-id", requestId);
  const isHead = request.method === "HEAD";
  let resource = "/";
  try {
    const target = parseTarget(request.url ?? "/");
    resource = `/${target.bucket}${target.key && `/${target.key}`}`;
    allowOrigin(service, exchange, target);
    await send(request, response, await answer(service, exchange, target));
  } catch (error) {
    if (!isStoreError(error) && !request.destroyed) report(service, requestId, error);
    if (response.headersSent) response.destroy();
    else await send(request, response, replyOf(error, { resource, requestId, isHead }));
  }
}

function allowOrigin({ settings, store }: Service, { request, response }: Exchange, target: Target): void {
  const rules = store.buckets.get(target.bucket)?.config.cors ?? defaultRules(settings.corsOrigins);
  for (const [name, value] of Object.entries(corsHeaders(rules, request))) response.setHeader(name, value);
}

async function answer(service: Service, exchange: Exchange, target: Target): Promise<Reply> {
  const { request, response, letClientSend } = exchange;
  if (request.method === "OPTIONS") {
    if (response.hasHeader("access-control-allow-origin")) return { status: 200 };
    throw storeError("AccessDenied", "CORSResponse: This CORS request is not allowed.");
  }
  if (String(request.headers["content-type"]).startsWith("multipart/form-data")) {
    throw storeError("NotImplemented", "Uploads by HTML form are not implemented.");
  }
  const now = new Date();
  const payloadHash = await service.verify(request, target, now);
  refuseUnknownHeaders(request.headers);
  const handler = route(request.method ?? "", target, request.headers["x-amz-copy-source"] !== undefined);
  const { store, settings } = service;
  return handler({
    request,
    response,
    target,
    store,
    region: settings.region,
    payloadHash,
    now: now.getTime(),
    letClientSend,
  });
}

function report(service: Service, requestId: string, error: unknown): void {
  const detail = error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) };
  service.report({ event: "error", requestId, ...detail });
}
