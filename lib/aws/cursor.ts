import { z } from "zod";
import { invalid } from "@/lib/errors";
import { isSigned, sign } from "@/lib/sign";

const Cursor = z.object({ phase: z.string().optional(), key: z.record(z.string(), z.string()).optional() });

/** Where a list goes on: the last key that was read, and which run of rows it was in. */
export type Cursor = { phase?: string; key?: Record<string, unknown> };

const TAG_LENGTH = 43;

/** A cursor as clients carry it, signed together with `scope`, the list it belongs to: in any other list it is refused. */
export function encodeCursor(scope: string, cursor: Cursor): string {
  const payload = Buffer.from(JSON.stringify(cursor)).toString("base64url");
  return `${sign("cursor", `${scope}:${payload}`)}${payload}`;
}

/** @throws AppError `validation_failed` for a cursor that is not ours. */
export function decodeCursor(scope: string, cursor: string | undefined): z.infer<typeof Cursor> | undefined {
  if (cursor === undefined) return undefined;
  const payload = cursor.slice(TAG_LENGTH);
  const isOurs = isSigned("cursor", `${scope}:${payload}`, cursor.slice(0, TAG_LENGTH));
  if (!isOurs) throw invalid("cursor", "This cursor is not one of ours. Start again without it.");
  return Cursor.parse(JSON.parse(Buffer.from(payload, "base64url").toString()));
}
