import { createPrivateKey } from "node:crypto";
import { z } from "zod";

const GIB = 1024 ** 3;
const SECRET_RULE = "at least 32 characters, for example the output of: openssl rand -base64 33";
const bytes = z.coerce.number().int().positive();
const KEY_RULE = "an RSA private key in PEM, whose line ends may be written as \\n";
const httpUrl = z.url({ protocol: /^https?$/ });
const SAMPLER = /^(parentbased_)?(always_on|always_off|traceidratio)$/;
const flag = z.enum(["true", "false", "1", "0"]).transform((value) => value === "true" || value === "1");

/** Every variable the app reads; `.env.example` says what each means. */
const Env = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  AUTH_SECRET: z.string(SECRET_RULE).min(32, SECRET_RULE),
  AUTH_URL: z.url({ protocol: /^https?$/ }).default("http://localhost:3000"),
  APP_ORIGINS: z
    .string()
    .default("")
    .transform((list) => list.split(",").filter(Boolean)),
  AWS_REGION: z.string().min(1).default("us-east-1"),
  DYNAMODB_ENDPOINT: z.url().optional(),
  DYNAMODB_TABLE: z
    .string()
    .regex(/^[\w.-]{3,255}$/)
    .default("smart-drive"),
  S3_ENDPOINT: z.url().optional(),
  S3_PUBLIC_ENDPOINT: z.string().optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9.-]{3,63}$/)
    .default("smart-drive"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_FORCE_PATH_STYLE: flag.default(false),
  S3_CHECKSUM: z.enum(["md5", "sha256"]).default("md5"),
  S3_SSE: z.enum(["AES256", "aws:kms"]).optional(),
  CLOUDFRONT_URL: z.url({ protocol: /^https?$/ }).optional(),
  CLOUDFRONT_KEY_PAIR_ID: z
    .string()
    .regex(/^[A-Z0-9]{10,30}$/, "the id of the public key in CloudFront, like K2JCJMDEHXQW5F")
    .optional(),
  CLOUDFRONT_PRIVATE_KEY: z
    .string()
    .transform((pem) => pem.replaceAll("\\n", "\n"))
    .refine(isRsaKey, KEY_RULE)
    .optional(),
  PUT_URL_SECONDS: z.coerce.number().int().min(1).max(900).default(900),
  DEFAULT_QUOTA_BYTES: bytes.default(10 * GIB),
  MAX_FILE_BYTES: bytes.max(5 * 1024 * GIB).default(5 * 1024 * GIB),
  SHARE_DEFAULT_DAYS: z.coerce.number().int().min(1).max(3650).default(7),
  TRASH_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  RATE_LIMIT_SCALE: z.coerce.number().positive().default(1),
  TRUST_PROXY: z.string().default("0"),
  DRAIN_DELAY_SECONDS: z.coerce.number().int().min(0).max(300).default(0),
  BCRYPT_COST: z.coerce.number().int().min(4).max(15).default(12),
  METRICS_TOKEN: z.string().min(32, SECRET_RULE).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: httpUrl.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: z.string().optional(),
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: z.string().optional(),
  OTEL_TRACES_EXPORTER: z.enum(["otlp", "none"]).default("otlp"),
  OTEL_TRACES_SAMPLER: z.string().regex(SAMPLER, "such as traceidratio or parentbased_always_on").optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).optional(),
  OTEL_SDK_DISABLED: z.string().optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
});
export type Env = z.infer<typeof Env>;

let cached: Env | undefined;

/**
 * The configuration, read once and lazily: a build has no secrets.
 * @throws Error naming each bad variable and what was expected of it.
 */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** Reads a configuration from the given variables; an empty one counts as left out. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = Env.safeParse(given);
  if (parsed.success) return refuseGrpc(refuseHalfCloudFront(refuseWeakProduction(parsed.data)));
  const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The configuration is not usable. ${lines.join("; ")}`);
}

/** A cheap hash is for tests alone; SECURITY 1 asks for cost 12. */
function refuseWeakProduction(parsed: Env): Env {
  const isLocal = new URL(parsed.AUTH_URL).hostname.match(/^(localhost|127\.|\[::1\])/);
  if (parsed.NODE_ENV === "production" && parsed.BCRYPT_COST < 12 && !isLocal) {
    throw new Error("The configuration is not usable. BCRYPT_COST: at least 12 outside of tests");
  }
  return parsed;
}

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === "rsa";
  } catch {
    return false;
  }
}

/** What people stored must never be of the app's own origin (SECURITY 20), so the distribution has a name of its own. */
function refuseHalfCloudFront(parsed: Env): Env {
  const { CLOUDFRONT_URL, CLOUDFRONT_KEY_PAIR_ID, CLOUDFRONT_PRIVATE_KEY } = parsed;
  const given = [CLOUDFRONT_URL, CLOUDFRONT_KEY_PAIR_ID, CLOUDFRONT_PRIVATE_KEY].filter(Boolean).length;
  if (given === 1 || given === 2) {
    const names = "CLOUDFRONT_URL, CLOUDFRONT_KEY_PAIR_ID, CLOUDFRONT_PRIVATE_KEY";
    throw new Error(`The configuration is not usable. ${names}: all three of them or none`);
  }
  if (CLOUDFRONT_URL && new URL(CLOUDFRONT_URL).origin === new URL(parsed.AUTH_URL).origin) {
    throw new Error("The configuration is not usable. CLOUDFRONT_URL: an origin of its own, not that of AUTH_URL");
  }
  return parsed;
}

/** Whether traces are to go out: where to is what turns them on, and the standard's own words turn them off again. */
export const isTraced = (given: Env): boolean =>
  Boolean(given.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? given.OTEL_EXPORTER_OTLP_ENDPOINT) &&
  given.OTEL_TRACES_EXPORTER === "otlp" &&
  given.OTEL_SDK_DISABLED?.toLowerCase() !== "true";

// Said elsewhere for a whole cluster, it is no fault of one that is not traced.
function refuseGrpc(parsed: Env): Env {
  const { OTEL_EXPORTER_OTLP_PROTOCOL, OTEL_EXPORTER_OTLP_TRACES_PROTOCOL } = parsed;
  if (isTraced(parsed) && (OTEL_EXPORTER_OTLP_TRACES_PROTOCOL ?? OTEL_EXPORTER_OTLP_PROTOCOL) === "grpc") {
    const wanted = "http/json, at the collector's port for HTTP (4318 as a rule)";
    throw new Error(`The configuration is not usable. OTEL_EXPORTER_OTLP_PROTOCOL: ${wanted}`);
  }
  return parsed;
}

/** True when the app is reached over HTTPS, which decides the names and flags of its cookies. */
export const isHttps = (): boolean => env().AUTH_URL.startsWith("https:");
