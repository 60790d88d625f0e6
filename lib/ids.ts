import { randomBytes } from "node:crypto";
import { ulid } from "ulid";

/** An opaque id: 128 bits from the system's random source in 22 URL-safe characters (SECURITY 5). */
export const newId = (): string => randomBytes(16).toString("base64url");

/** An id that sorts by the time it was made, for versions and activity. */
export const newTimeId = (now = new Date()): string => ulid(now.getTime());

/** A secret for programs: 256 bits. It is stored hashed, never as it stands. */
export const newSecret = (): string => randomBytes(32).toString("base64url");
