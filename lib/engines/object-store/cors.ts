import type { IncomingMessage } from "node:http";
import { storeError } from "./errors";
import { childrenOf, type Node, textOf, textsOf } from "./xml";

export interface CorsRule {
  id?: string | undefined;
  origins: string[];
  methods: string[];
  headers: string[];
  exposed: string[];
  maxAge?: number | undefined;
}

const METHODS = ["GET", "PUT", "POST", "DELETE", "HEAD"];

/** What a bucket without rules of its own allows to the origins of the settings. */
export function defaultRules(origins: string[]): CorsRule[] {
  if (origins.length === 0) return [];
  const exposed = ["ETag", "Content-Range", "Accept-Ranges", "x-amz-version-id", "x-amz-request-id"];
  return [{ origins, methods: ["GET", "HEAD", "PUT"], headers: ["*"], exposed, maxAge: 600 }];
}

/** Reads a bucket's rules. @throws MalformedXML or InvalidRequest */
export function parseCors(root: Node): CorsRule[] {
  const rules = childrenOf(root, "CORSRule").map((rule): CorsRule => {
    const maxAge = textOf(rule, "MaxAgeSeconds");
    return {
      id: textOf(rule, "ID"),
      origins: textsOf(rule, "AllowedOrigin"),
      methods: textsOf(rule, "AllowedMethod"),
      headers: textsOf(rule, "AllowedHeader"),
      exposed: textsOf(rule, "ExposeHeader"),
      maxAge: maxAge === undefined ? undefined : Number(maxAge),
    };
  });
  if (rules.length === 0 || rules.length > 100) throw storeError("MalformedXML");
  for (const rule of rules) refuseBadRule(rule);
  return rules;
}

function refuseBadRule(rule: CorsRule): void {
  if (rule.origins.length === 0 || rule.methods.length === 0) throw storeError("MalformedXML");
  const unknown = rule.methods.find((method) => !METHODS.includes(method));
  if (unknown) throw storeError("InvalidRequest", `Found unsupported HTTP method in CORS config: ${unknown}`);
  if (rule.maxAge !== undefined && !Number.isInteger(rule.maxAge)) throw storeError("MalformedXML");
  const starry = [...rule.origins, ...rule.headers].find((text) => text.split("*").length > 2);
  if (starry) throw storeError("InvalidRequest", `${starry} can not have more than one wildcard.`);
}

/** The headers that let a page of another origin read an answer; none when no rule allows it. */
export function corsHeaders(rules: CorsRule[], request: IncomingMessage): Record<string, string> {
  const origin = request.headers.origin;
  if (!origin) return {};
  const isPreflight = request.method === "OPTIONS";
  const method = isPreflight ? request.headers["access-control-request-method"] : request.method;
  const asked = isPreflight ? listOf(request.headers["access-control-request-headers"]) : [];
  const rule = rules.find((each) => allows(each, origin, { method: method ?? "", asked }));
  if (!rule) return {};
  const isAny = rule.origins.includes("*");
  return {
    "access-control-allow-origin": isAny ? "*" : origin,
    "access-control-allow-methods": rule.methods.join(", "),
    ...(isAny ? {} : { "access-control-allow-credentials": "true" }),
    ...(asked.length > 0 ? { "access-control-allow-headers": asked.join(", ") } : {}),
    ...(rule.exposed.length > 0 ? { "access-control-expose-headers": rule.exposed.join(", ") } : {}),
    ...(isPreflight && rule.maxAge !== undefined ? { "access-control-max-age": String(rule.maxAge) } : {}),
    vary: "Origin, Access-Control-Request-Headers, Access-Control-Request-Method",
  };
}

const listOf = (header = ""): string[] =>
  header
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);

function allows(rule: CorsRule, origin: string, wanted: { method: string; asked: string[] }): boolean {
  return (
    rule.methods.includes(wanted.method) &&
    rule.origins.some((pattern) => matches(pattern, origin)) &&
    wanted.asked.every((name) => rule.headers.some((pattern) => matches(pattern.toLowerCase(), name)))
  );
}

function matches(pattern: string, text: string): boolean {
  const [head = "", tail] = pattern.split("*");
  if (tail === undefined) return pattern === text;
  return text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail);
}
