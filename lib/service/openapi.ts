import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { cookieNames } from "@/lib/auth/cookies";
import { type ErrorCode, sentenceOf, statusOf } from "@/lib/errors";
import { allCalls, type Described } from "@/lib/service/calls";
import { Problem } from "@/lib/service/schema";
import manifest from "@/package.json";

/** The contract as OpenAPI 3.1, made from the schemas that the requests are checked by. */
export function openApiDocument() {
  const paths: ZodOpenApiPathsObject = {};
  for (const call of allCalls) paths[call.path] = { ...paths[call.path], [call.method]: operationOf(call) };
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Smart Drive",
      version: manifest.version,
      license: { name: "MIT", identifier: "MIT" },
      description: "A cloud drive that you run on your own cloud account.",
    },
    servers: [{ url: "/" }],
    tags: [...new Set(allCalls.map((call) => call.tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        cookie: { type: "apiKey", in: "cookie", name: cookieNames().session },
      },
    },
  });
}

function operationOf(call: Described): ZodOpenApiOperationObject {
  const content = { ...(call.body ? { "application/json": { schema: call.body } } : {}), ...formOf(call) };
  return {
    operationId: `${call.method}${call.path.replace(/[^A-Za-z0-9]+(.)?/g, (_, next = "") => next.toUpperCase())}`,
    tags: [call.tag],
    summary: call.summary,
    ...(call.who === "user" ? { security: [{ bearer: [] }, { cookie: [] }] } : { security: [] }),
    requestParams: paramsOf(call),
    ...(Object.keys(content).length > 0 ? { requestBody: { content } } : {}),
    responses: { ...successOf(call), ...refusalsOf(call) },
  };
}

const IdempotencyKey = z
  .string()
  .min(8)
  .max(128)
  .optional()
  .describe("Asked again with it, the first answer is given.");

function paramsOf({ params, query, creates }: Described): ZodOpenApiOperationObject["requestParams"] {
  return {
    ...(params instanceof z.ZodObject ? { path: params } : {}),
    ...(query instanceof z.ZodObject ? { query } : {}),
    ...(creates ? { header: z.object({ "Idempotency-Key": IdempotencyKey }) } : {}),
  };
}

// The one call that also takes its bytes in the request, as a form.
function formOf({ method, path }: Described) {
  if (method !== "post" || path !== "/api/upload") return {};
  const file = z.string().meta({ format: "binary" });
  const schema = z.object({ file, parentId: z.string().optional(), onConflict: z.string().optional() });
  return { "multipart/form-data": { schema } };
}

function successOf(call: Described): ZodOpenApiOperationObject["responses"] {
  const status = call.status ?? (call.answer ? 200 : 204);
  const description = status === 302 ? "Follow the Location" : "Done";
  const content = call.answer ? { content: { "application/json": { schema: call.answer } } } : {};
  return { [`${status}`]: { description, ...content } };
}

function refusalsOf(call: Described): ZodOpenApiOperationObject["responses"] {
  const codes: ErrorCode[] = [...(call.errors ?? []), "rate_limited", "unavailable"];
  if (call.who === "user") codes.push("unauthenticated", "forbidden");
  if (call.params) codes.push("not_found");
  if (call.query || call.body) codes.push("validation_failed");
  if (call.method !== "get") codes.push("cross_origin");
  if (call.creates) codes.push("idempotency_conflict");
  const statuses = [...new Set(codes.map(statusOf))];
  const withStatus = (status: number) => [...new Set(codes)].filter((code) => statusOf(code) === status);
  return Object.fromEntries(statuses.map((status) => [status, refusal(withStatus(status))]));
}

const refusal = (codes: ErrorCode[]) => ({
  description: codes.map((code) => `\`${code}\`: ${sentenceOf(code)}`).join(" "),
  content: { "application/problem+json": { schema: Problem } },
});
