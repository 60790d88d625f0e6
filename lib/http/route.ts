import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { findSession, type Session, type User } from "@/lib/auth/session";
import { countHit, limits } from "@/lib/aws/rate";
import { AppError } from "@/lib/errors";
import type { Call } from "@/lib/http/call";
import { contextOf, type RequestContext } from "@/lib/http/context";
import { once } from "@/lib/http/idempotency";
import { parseCall } from "@/lib/http/input";
import { refuseCrossOrigin } from "@/lib/http/origin";
import { toAppError } from "@/lib/http/problem";
import { problemAnswer } from "@/lib/http/problem-page";
import { inRequest } from "@/lib/http/request-scope";

type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
  request: Request;
  context: RequestContext;
};
type UserInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Input<P, Q, B> & {
  user: User;
  session: Session;
};
type RouteContext = { params: Promise<Record<string, string>> };
type Handler = (request: Request, route: RouteContext) => Promise<Response>;

const BARE_PAGE = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** A route for somebody who is logged in. The handler's value is sent as the call's answer; a Response goes out as it is. */
export function userRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  call: Call<P, Q, B, A>,
  handle: (input: UserInput<P, Q, B>) => Promise<z.input<A> | Response | undefined>,
): Handler {
  return guarded(async (request, route, context) => {
    const session = await requireSession(request, call.method === "get" ? "read" : "write");
    await countHit(limits[call.rate ?? "default"], session.user.id);
    const input = await parseCall(call, request, route);
    const perform = async () => send(call, await handle({ ...input, request, context, session, user: session.user }));
    // What streams is known only at its end: its handler sees to doing it once.
    return call.creates && !call.rawBody ? once(deedOf(request, session.user.id, input.body), perform) : perform();
  });
}

/** A route for anybody: what it gives away is decided by the domain alone. */
export function publicRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  call: Call<P, Q, B, A>,
  handle: (input: Input<P, Q, B>) => Promise<z.input<A> | Response | undefined>,
): Handler {
  return guarded(async (request, route, context) => {
    await countHit(limits[call.rate ?? "default"], `address:${context.ip}`);
    const input = await parseCall(call, request, route);
    const perform = async () => send(call, await handle({ ...input, request, context }));
    return call.creates ? once(deedOf(request, "anyone", input.body), perform) : perform();
  });
}

const nowhere = guarded(async () => {
  throw new AppError("not_found");
});

/** Whatever has no route of its own: a problem document as any other, not a page. */
export const nowhereRoute = (request: Request): Promise<Response> => nowhere(request, { params: Promise.resolve({}) });

/** A handler that is not ours (next-auth's), under our own check of origins; its few bare pages load and frame nothing. */
export function adopted<R extends Request>(
  handle: (request: R) => Promise<Response>,
): (request: R) => Promise<Response> {
  return async (request) => {
    const context = contextOf(request.headers);
    const response = await attempt(() => handle(request), request, context);
    response.headers.set("content-security-policy", BARE_PAGE);
    response.headers.set("referrer-policy", "same-origin");
    return response;
  };
}

/** Chooses the route by the type of the body; the last one takes whatever is not named. */
export function byContentType(routes: Record<string, Handler>): Handler {
  return async (request, route) => {
    const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
    const handle = routes[type] ?? Object.values(routes).at(-1);
    if (!handle) throw new Error("There is no route to choose from");
    return handle(request, route);
  };
}

type Guarded = (request: Request, route: RouteContext, context: RequestContext) => Promise<Response>;

function guarded(work: Guarded): Handler {
  return async (request, route) => {
    const context = contextOf(request.headers);
    return attempt(() => inRequest(context, () => work(request, route, context)), request, context);
  };
}

async function attempt(work: () => Promise<Response>, request: Request, context: RequestContext): Promise<Response> {
  const { requestId } = context;
  try {
    refuseCrossOrigin(request);
    const response = await work();
    const headers = new Headers(response.headers);
    headers.set("x-request-id", requestId);
    if (!headers.has("cache-control")) headers.set("cache-control", "private, no-store");
    headers.set("x-content-type-options", "nosniff");
    return new Response(response.body, { status: response.status, headers });
  } catch (error) {
    unstable_rethrow(error);
    return problemAnswer(request, toAppError(error, requestId), context);
  }
}

async function requireSession(request: Request, scope: "read" | "write"): Promise<Session> {
  const session = await findSession(request.headers);
  if (!session) throw new AppError("unauthenticated", { headers: { "www-authenticate": "Bearer" } });
  if (!session.scopes.includes(scope)) throw new AppError("forbidden", { detail: "This token may only read." });
  return session;
}

const deedOf = (request: Request, scope: string, body: unknown) => ({
  key: request.headers.get("idempotency-key"),
  scope,
  path: `${request.method} ${new URL(request.url).pathname}`,
  body,
});

function send<A extends z.ZodType>(
  call: Pick<Call<z.ZodType, z.ZodType, z.ZodType, A>, "answer" | "status" | "headers">,
  value: z.input<A> | Response | undefined,
): Response {
  if (value instanceof Response) return value;
  if (!call.answer) return new Response(null, { status: call.status ?? 204 });
  const answer = call.answer.parse(value);
  return Response.json(answer, { status: call.status ?? 200, headers: call.headers?.(answer) });
}
