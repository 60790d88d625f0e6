import pino, { type DestinationStream, type Logger } from "pino";
import { env } from "@/lib/env";
import { currentTraceId } from "@/lib/trace";

let cached: Logger | undefined;

/**
 * One JSON line an event. Never hand it bodies, passwords, tokens, cookies, presigned URLs or whole share ids (SECURITY 32);
 * what is taken out here is a net under that rule, not a licence.
 */
export function log(): Logger {
  cached ??= createLog();
  return cached;
}

/** A log of its own, to the program's output unless told otherwise. */
export const createLog = (destination?: DestinationStream): Logger =>
  pino(
    {
      level: env().LOG_LEVEL,
      base: undefined,
      mixin: () => ({ traceId: currentTraceId() }),
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: (event) => cleanFields(event) },
    },
    destination,
  );

const DEEPEST = 8;

/** What is worth keeping of something thrown: its name, message, stack and cause, which may go round in a circle. */
export function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const hasCause = cause !== undefined && depth < DEEPEST;
  return { name, message, stack, ...(hasCause ? { cause: describeError(cause, depth + 1) } : {}) };
}

const SECRET_NAME = /pass(word|phrase)|token|secret|cookie|authorization|credential|^otp$|ticket/i;

// In whatever text they stand: an engine's error may quote the request.
const SECRETS: [RegExp, string][] = [
  [/[?&]X-Amz-[^\s"'<>]*/gi, "?[redacted]"],
  [/\bsd_[\w-]+\.[\w-]+/g, "sd_[redacted]"],
  [/\b(Bearer|Basic) +[\w+/=.~-]+/gi, "$1 [redacted]"],
  [/\beyJ[\w-]+\.[\w.-]+/g, "[redacted]"],
  [/\b([\w.-]*(?:session-token|csrf-token|share))=[^;\s"]+/gi, "$1=[redacted]"],
  [/(\/s\/|SHARE#)([\w-]{4})[\w-]+/g, "$1$2…"],
];

const cleanText = (text: string): string =>
  SECRETS.reduce((clean, [secret, word]) => clean.replace(secret, word), text);

function clean(value: unknown, depth: number): unknown {
  if (typeof value === "string") return cleanText(value);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (depth > 2 * DEEPEST) return "[deep]";
  if (Array.isArray(value)) return value.map((each) => clean(each, depth + 1));
  return cleanFields(value instanceof Error ? describeError(value) : value, depth + 1);
}

const cleanFields = (fields: object, depth = 0): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, SECRET_NAME.test(name) ? "[redacted]" : clean(value, depth)]),
  );
