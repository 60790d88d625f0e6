import { z } from "zod";
import { defineCall } from "@/lib/http/call";
import { About, Health, Ready } from "@/lib/service/schema";

const tag = "Service";

export const aboutCall = defineCall({
  method: "get",
  path: "/api",
  tag,
  summary: "What this is",
  answer: About,
});
export const healthCall = defineCall({
  method: "get",
  path: "/api/health",
  tag,
  summary: "Whether the database and the storage answer; 503 with the same body when one does not",
  answer: Health,
});
export const readyCall = defineCall({
  method: "get",
  path: "/api/ready",
  tag,
  summary: "Whether this copy takes requests; 503 while an engine is out of reach or the copy is being stopped",
  answer: Ready,
});
export const openApiCall = defineCall({
  method: "get",
  path: "/api/openapi.json",
  tag,
  summary: "This description, as OpenAPI 3.1",
  answer: z.record(z.string(), z.unknown()),
});

export const metricsCall = defineCall({
  method: "get",
  path: "/api/metrics",
  tag,
  summary: "What this copy measures of itself, for Prometheus; asked with METRICS_TOKEN as the bearer token",
  status: 200,
  errors: ["unauthenticated", "not_found"],
});

export const calls = [aboutCall, healthCall, readyCall, openApiCall, metricsCall];
