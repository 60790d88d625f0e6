import type { ErrorCode } from "@/lib/errors";

/** An error as a value, for whoever draws it: the sentence, and the sentences of each field by its name. */
export type ActionError = {
  code: ErrorCode;
  message: string;
  fields?: Record<string, string[]>;
  /** What was typed into the form, passwords left out, so that a page without JavaScript can keep it. */
  typed?: Record<string, string>;
  requestId?: string;
};

/** What a server action answers: errors are values across the wire. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: ActionError };
