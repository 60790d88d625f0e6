import type { Context, Reply } from "./context";
import { corsHeaders, defaultRules } from "./cors";
import { storeError } from "./errors";
import { refuseUnknownHeaders } from "./known-headers";
import { route } from "./router";
import type { Settings } from "./settings";
import type { Verifier } from "./signature";
import type { Store } from "./store";
import type { Target } from "./target";

export interface Service {
  settings: Settings;
  store: Store;
  verify: Verifier;
}

export type Exchange = Pick<Context, "request" | "response" | "letClientSend">;

/** Says which pages of other origins may read the answer, whatever it will be. */
export function allowOrigin({ settings, store }: Service, { request, response }: Exchange, target: Target): void {
  const rules = store.buckets.get(target.bucket)?.config.cors ?? defaultRules(settings.corsOrigins);
  for (const [name, value] of Object.entries(corsHeaders(rules, request))) response.setHeader(name, value);
}

/** Admits a request and does what it asks. @throws what S3 would answer instead */
export async function respond(service: Service, exchange: Exchange, target: Target): Promise<Reply> {
  const { request, response, letClientSend } = exchange;
  if (request.method === "OPTIONS") {
    if (response.hasHeader("access-control-allow-origin")) return { status: 200 };
    throw storeError("AccessDenied", "CORSResponse: This CORS request is not allowed.");
  }
  if (request.method === "POST" && request.headers["content-type"]?.startsWith("multipart/form-data")) {
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
