import { z } from "zod";
import type { ErrorCode } from "@/lib/errors";

/** The shared limits of SECURITY 16 that a call counts against. */
export type RateClass = "uploads" | "downloads" | "default";

type Schema = z.ZodType;

/**
 * One call of the HTTP contract as data: the route handler validates by it and the OpenAPI document is generated from it,
 * so that the two cannot differ.
 */
export type Call<
  P extends Schema = Schema,
  Q extends Schema = Schema,
  B extends Schema = Schema,
  A extends Schema = Schema,
> = {
  method: "get" | "post" | "patch" | "delete";
  /** As OpenAPI writes it: `/api/files/{id}`. */
  path: string;
  tag: string;
  summary: string;
  /** Left out: nobody in particular may call it. */
  who?: "user";
  params?: P;
  query?: Q;
  body?: B;
  /** The handler reads the body itself, as it streams. */
  rawBody?: boolean;
  /** What is sent back, as an allow-list: other fields of a value never leave (SECURITY 10). */
  answer?: A;
  /** 200 when left out, 204 when there is no answer. */
  status?: number;
  rate?: RateClass;
  /** Honours `Idempotency-Key`: every POST that creates something. */
  creates?: boolean;
  /** Response headers taken from the answer, such as an entry's ETag. */
  headers?: (answer: z.output<A>) => Record<string, string>;
  /** Errors of its own beside those that any call may give. */
  errors?: readonly ErrorCode[];
};

/** Keeps the schemas' types while checking that the description is a call. */
export const defineCall = <P extends Schema, Q extends Schema, B extends Schema, A extends Schema>(
  call: Call<P, Q, B, A>,
): Call<P, Q, B, A> => call;

/** The input of what takes none: anything given is an unknown field. */
export const Nothing = z.strictObject({});
