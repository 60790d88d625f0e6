import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/** A tag that only this installation can make, for one purpose: the same payload signed for another has another tag. */
export const sign = (purpose: string, payload: string): string =>
  createHmac("sha256", env().AUTH_SECRET).update(`${purpose}:${payload}`).digest("base64url");

/** Whether a tag is ours, compared in constant time. */
export function isSigned(purpose: string, payload: string, tag: string): boolean {
  const expected = Buffer.from(sign(purpose, payload));
  const given = Buffer.from(tag);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
