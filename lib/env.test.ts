import { generateKeyPairSync } from "node:crypto";
import { expect, it } from "vitest";
import { isTraced, parseEnv } from "./env";

const production = { NODE_ENV: "production", AUTH_URL: "https://drive.example.com" };
const SECRET = "0123456789abcdef0123456789abcdef";

it("takes a secret of 32 bytes", () => {
  expect(parseEnv({ ...production, AUTH_SECRET: SECRET }).AUTH_SECRET).toBe(SECRET);
});

it.each([
  ["no secret", undefined],
  ["an empty secret", ""],
  ["a secret of 31 bytes", SECRET.slice(1)],
])("refuses %s and says what to give (SECURITY 5)", (_, AUTH_SECRET) => {
  expect(() => parseEnv({ ...production, AUTH_SECRET })).toThrow(/AUTH_SECRET: .*openssl rand/);
});

it("refuses a short token for its measures, and takes none for none", () => {
  const given = { ...production, AUTH_SECRET: SECRET };
  expect(() => parseEnv({ ...given, METRICS_TOKEN: SECRET.slice(1) })).toThrow(/METRICS_TOKEN: at least 32/);
  expect(parseEnv({ ...given, METRICS_TOKEN: "" }).METRICS_TOKEN).toBeUndefined();
});

const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318" };

it.each<[string, Record<string, string>, boolean]>([
  ["nothing is said", {}, false],
  ["an endpoint is given", traced, true],
  ["one for traces alone is", { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "https://collector/v1/traces" }, true],
  ["it is turned off", { ...traced, OTEL_SDK_DISABLED: "True" }, false],
  ["no exporter is wanted", { ...traced, OTEL_TRACES_EXPORTER: "none" }, false],
  ["a protocol is named that is not spoken, and nothing is sent", { OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" }, false],
])("knows whether traces go out where %s", (_, given, expected) => {
  expect(isTraced(parseEnv({ ...production, AUTH_SECRET: SECRET, ...given }))).toBe(expected);
});

it.each<[string, Record<string, string>]>([
  ["OTEL_EXPORTER_OTLP_ENDPOINT", { OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4318" }],
  ["OTEL_EXPORTER_OTLP_PROTOCOL", { OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" }],
  ["OTEL_TRACES_SAMPLER", { OTEL_TRACES_SAMPLER: "sometimes" }],
  ["OTEL_TRACES_SAMPLER_ARG", { OTEL_TRACES_SAMPLER_ARG: "10" }],
])("refuses a bad %s by its name", (name, wrong) => {
  expect(() => parseEnv({ ...production, AUTH_SECRET: SECRET, ...traced, ...wrong })).toThrow(`${name}: `);
});

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const cloudFront = {
  CLOUDFRONT_URL: "https://d111111abcdef8.cloudfront.net",
  CLOUDFRONT_KEY_PAIR_ID: "K2JCJMDEHXQW5F",
  CLOUDFRONT_PRIVATE_KEY: privateKey,
};

it("takes a key whose line ends are written out, as an environment file has them", () => {
  const CLOUDFRONT_PRIVATE_KEY = privateKey.replaceAll("\n", "\\n");
  const parsed = parseEnv({ ...production, AUTH_SECRET: SECRET, ...cloudFront, CLOUDFRONT_PRIVATE_KEY });
  expect(parsed.CLOUDFRONT_PRIVATE_KEY).toBe(privateKey);
});

it.each<[string, Record<string, string>, RegExp]>([
  ["half of CloudFront", { CLOUDFRONT_URL: "" }, /CLOUDFRONT_URL, .*: all three/],
  ["CloudFront without its key", { CLOUDFRONT_PRIVATE_KEY: "" }, /CLOUDFRONT_PRIVATE_KEY: all three/],
  ["a key that is none", { CLOUDFRONT_PRIVATE_KEY: "a secret" }, /CLOUDFRONT_PRIVATE_KEY: an RSA private key in PEM/],
  ["a key's name for its id", { CLOUDFRONT_KEY_PAIR_ID: "my-key" }, /CLOUDFRONT_KEY_PAIR_ID: the id/],
  ["the app's own origin", { CLOUDFRONT_URL: "https://drive.example.com/x" }, /CLOUDFRONT_URL: an origin of its own/],
])("refuses %s, and says no more of it (SECURITY 20, 32)", (_, wrong, message) => {
  const read = () => parseEnv({ ...production, AUTH_SECRET: SECRET, ...cloudFront, ...wrong });
  expect(read).toThrow(message);
  expect(read).not.toThrow(/a secret|my-key|BEGIN/);
});

it("never says a secret that it refuses (SECURITY 32)", () => {
  expect(() => parseEnv({ ...production, AUTH_SECRET: "too-short" })).not.toThrow(/too-short/);
});

it("refuses a cheap hash where it is served (SECURITY 1)", () => {
  expect(() => parseEnv({ ...production, AUTH_SECRET: SECRET, BCRYPT_COST: "11" })).toThrow(/BCRYPT_COST/);
});
