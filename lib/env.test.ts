import { expect, it } from "vitest";
import { parseEnv } from "./env";

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

it("never says a secret that it refuses (SECURITY 32)", () => {
  expect(() => parseEnv({ ...production, AUTH_SECRET: "too-short" })).not.toThrow(/too-short/);
});

it("refuses a cheap hash where it is served (SECURITY 1)", () => {
  expect(() => parseEnv({ ...production, AUTH_SECRET: SECRET, BCRYPT_COST: "11" })).toThrow(/BCRYPT_COST/);
});
