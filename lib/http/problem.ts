import type { z } from "zod";
import { AppError, type FieldError, sentenceOf, statusOf } from "@/lib/errors";
import { plainSentence } from "@/lib/http/sentences";
import { said } from "@/lib/i18n/catalogue";
import type { Locale } from "@/lib/i18n/schema";
import { describeError, log } from "@/lib/log";

/** Names under which the SDK, Node and the engines say "not now" (SECURITY 31). */
const OUT_OF_REACH = new Set([
  "TimeoutError",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "NetworkingError",
  "SlowDown",
  "ServiceUnavailable",
  "InternalError",
  "InternalServerError",
  "ThrottlingException",
  "RequestLimitExceeded",
  "ProvisionedThroughputExceededException",
  "RequestTimeTooSkewed",
  "TransactionConflictException",
]);

/** Any thrown thing as one of ours; what we did not foresee is logged whole and becomes `internal`. */
export function toAppError(error: unknown, requestId: string): AppError {
  if (error instanceof AppError) return error;
  if (isOutOfReach(error)) {
    log().warn({ event: "engine.unavailable", requestId, error: describeError(error) });
    return new AppError("unavailable", { retryAfter: 2, cause: error });
  }
  log().error({ event: "error", requestId, error: describeError(error) });
  return new AppError("internal", { cause: error });
}

function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (OUT_OF_REACH.has(error.name) || OUT_OF_REACH.has(code) || isEngineFault(error)) return true;
  return error.cause instanceof Error && error.cause !== error && isOutOfReach(error.cause);
}

// The answer to a HEAD has no body, and so no name: there the status is all that an engine says.
const isEngineFault = (error: Error): boolean =>
  "$metadata" in error && Number(Reflect.get(Object(error.$metadata), "httpStatusCode")) >= 500;

/** RFC 9457, with the contract's own members (API.md, Errors), in the language that was asked for. */
export function problemOf(error: AppError, requestId: string, locale: Locale = "en") {
  const { detail, errors } = error.details;
  return {
    type: `urn:smart-drive:problem:${error.code}`,
    title: said(locale, sentenceOf(error.code)),
    status: statusOf(error.code),
    detail: said(locale, detail ?? sentenceOf(error.code)),
    code: error.code,
    ...(errors ? { errors: errors.map((each) => ({ ...each, message: said(locale, each.message) })) } : {}),
    requestId,
  };
}

/** The headers of an answer that tells a problem, whatever form it has. */
export function problemHeaders({ details: { retryAfter, headers } }: AppError, requestId: string) {
  return {
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
    "x-request-id": requestId,
    ...(retryAfter === undefined ? {} : { "retry-after": String(Math.max(1, Math.ceil(retryAfter))) }),
    ...headers,
  };
}

/** A problem as programs read it. */
export function problemResponse(error: AppError, requestId: string, locale: Locale = "en"): Response {
  const problem = problemOf(error, requestId, locale);
  const headers = { ...problemHeaders(error, requestId), "content-type": "application/problem+json" };
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** Parses by a schema; its own field messages, or plain ones where it has none, are for people. @throws AppError `validation_failed`. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value, { error: plainSentence });
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap(toFieldErrors);
  throw new AppError("validation_failed", { detail: sentenceFor(errors), errors });
}

function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.map(String).join(".");
  if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({
    path: [path, key].filter(Boolean).join("."),
    message: "There is no such field here. Leave it out.",
  }));
}

function sentenceFor(errors: FieldError[]): string {
  const [first] = errors;
  if (!first) return sentenceOf("validation_failed");
  return first.path ? `${first.path.slice(0, 80)}: ${first.message}` : first.message;
}
