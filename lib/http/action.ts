import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { findSession, type Session, type User } from "@/lib/auth/session";
import { countHit, limits } from "@/lib/aws/rate";
import { AppError } from "@/lib/errors";
import { contextOf, type RequestContext } from "@/lib/http/context";
import { parseInput, toAppError } from "@/lib/http/problem";
import { inRequest } from "@/lib/http/request-scope";
import type { ActionError, Result } from "@/lib/http/result";
import { said } from "@/lib/i18n/catalogue";
import { log } from "@/lib/log";

/** A server action: called with a value, or by a form as `useActionState` does, with or without JavaScript. */
export type Action<I, T> = {
  (input: I): Promise<Result<T>>;
  (previous: Result<T> | null, form: FormData): Promise<Result<T>>;
};

/** An action of somebody who is logged in. */
export function userAction<S extends z.ZodType, T>(
  schema: S,
  handle: (user: User, input: z.output<S>, context: RequestContext & { session: Session }) => Promise<T>,
): Action<z.input<S>, T> {
  return publicAction(schema, async (input, context) => {
    const session = await findSession(await headers());
    if (!session) throw new AppError("unauthenticated");
    await countHit(limits.default, session.user.id);
    return handle(session.user, input, { ...context, session });
  });
}

/** An action for anybody. */
export function publicAction<S extends z.ZodType, T>(
  schema: S,
  handle: (input: z.output<S>, context: RequestContext) => Promise<T>,
): Action<z.input<S>, T> {
  return async (first: unknown, form?: FormData): Promise<Result<T>> => {
    const context = contextOf(await headers());
    try {
      const input = parseInput(schema, form instanceof FormData ? fieldsOf(form) : first);
      return { ok: true, value: await inRequest(context, () => handle(input, context)) };
    } catch (error) {
      unstable_rethrow(error);
      const refused = toActionError(toAppError(error, context.requestId), context);
      return { ok: false, error: form instanceof FormData ? { ...refused, typed: typedInto(form) } : refused };
    }
  };
}

// React adds fields of its own to a form ($ACTION_…); an empty field is one that was left out.
function fieldsOf(form: FormData): Record<string, unknown> {
  const own = [...form].filter(([name, value]) => !name.startsWith("$") && value !== "");
  return Object.fromEntries(own);
}

const SECRET = /password|otp/i;

function typedInto(form: FormData): Record<string, string> {
  const own = [...form].filter(([name]) => !name.startsWith("$") && !SECRET.test(name));
  return Object.fromEntries(own.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

function toActionError(error: AppError, { requestId, locale }: RequestContext): ActionError {
  log().info({ event: "action.refused", requestId, code: error.code });
  const fields: Record<string, string[]> = {};
  for (const { path, message } of error.details.errors ?? [])
    fields[path] = [...(fields[path] ?? []), said(locale, message)];
  const hasFields = Object.keys(fields).length > 0;
  return { code: error.code, message: said(locale, error.message), requestId, ...(hasFields ? { fields } : {}) };
}
