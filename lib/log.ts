import pino, { type Logger } from "pino";
import { env } from "@/lib/env";

let cached: Logger | undefined;

/**
 * One JSON line an event. Never hand it bodies, passwords, tokens, cookies, presigned URLs or whole share ids (SECURITY 32);
 * the redacted paths are a net under that rule, not a licence.
 */
export function log(): Logger {
  cached ??= pino({
    level: env().LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: ["password", "token", "cookie", "authorization", "*.password", "*.token"], censor: "[redacted]" },
  });
  return cached;
}

/** What is worth keeping of something thrown: its name, message, stack and cause. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  return { name, message, stack, ...(cause === undefined ? {} : { cause: describeError(cause) }) };
}
