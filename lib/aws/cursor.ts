import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { env } from "@/lib/env";
import { invalid } from "@/lib/errors";

const Cursor = z.object({ phase: z.string().optional(), key: z.record(z.string(), z.string()).optional() });

/** Where a list goes on: the last key that was read, and which run of rows it was in. */
export type Cursor = { phase?: string; key?: Record<string, unknown> };

const TAG_LENGTH = 22;

/** A cursor as clients carry it, signed together with `scope`, the list it belongs to: in any other list it is refused. */
export function encodeCursor(scope: string, cursor: Cursor): string {
  const payload = Buffer.from(JSON.stringify(cursor)).toString("base64url");
  return `${tagOf(scope, payload)}${payload}`;
}

/** @throws AppError `validation_failed` for a cursor that is not ours. */
export function decodeCursor(scope: string, cursor: string | undefined): z.infer<typeof Cursor> | undefined {
  if (cursor === undefined) return undefined;
  const payload = cursor.slice(TAG_LENGTH);
  const given = Buffer.from(cursor.slice(0, TAG_LENGTH));
  const expected = Buffer.from(tagOf(scope, payload));
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  if (!isOurs) throw invalid("cursor", "This cursor is not one of ours. Start again without it.");
  return Cursor.parse(JSON.parse(Buffer.from(payload, "base64url").toString()));
}

const tagOf = (scope: string, payload: string): string =>
  createHmac("sha256", env().AUTH_SECRET).update(`cursor:${scope}:${payload}`).digest("base64url").slice(0, TAG_LENGTH);
