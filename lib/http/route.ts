import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { findSession, type Session, type User } from "@/lib/auth/session";
import { countHit, limits } from "@/lib/aws/rate";
import { AppError } from "@/lib/errors";
import { type Call, Nothing } from "@/lib/http/call";
import { contextOf, type RequestContext } from "@/lib/http/context";
import { once } from "@/lib/http/idempotency";
import { readJson } from "@/lib/http/json";
import { refuseCrossOrigin } from "@/lib/http/origin";
import { parseInput, problemResponse, toAppError } from "@/lib/http/problem";
import { inRequest } from "@/lib/http/request-scope";
import { log } from "@/lib/log";

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

/** A route for somebody who is logged in. The handler's value is sent as the call's answer; a Response goes out as it is. */
export function userRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  call: Call<P, Q, B, A>,
  handle: (input: UserInput<P, Q, B>) => Promise<z.input<A> | Response | undefined>,
): Handler {
  return guarded(call, async (request, route, context) => {
    const session = await requireSession(request, call.method === "get" ? "read" : "write");
    await countHit(limits[call.rate ?? "default"], session.user.id);
    const input = await parseCall(call, request, route);
    const perform = async () => send(call, await handle({ ...input, request, context, session, user: session.user }));
    const response = call.creates ? await once(deedOf(request, session.user.id, input.body), perform) : await perform();
    return { response, userId: session.user.id };
  });
}

/** A route for anybody: what it gives away is decided by the domain alone. */
export function publicRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  call: Call<P, Q, B, A>,
  handle: (input: Input<P, Q, B>) => Promise<z.input<A> | Response | undefined>,
): Handler {
  return guarded(call, async (request, route, context) => {
    await countHit(limits[call.rate ?? "default"], `address:${context.ip}`);
    const input = await parseCall(call, request, route);
    const perform = async () => send(call, await handle({ ...input, request, context }));
    return { response: call.creates ? await once(deedOf(request, "anyone", input.body), perform) : await perform() };
  });
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

type Guarded = (
  request: Request,
  route: RouteContext,
  context: RequestContext,
) => Promise<{ response: Response; userId?: string }>;

function guarded(call: Pick<Call, "method" | "path">, work: Guarded): Handler {
  return async (request, route) => {
    const context = contextOf(request.headers);
    const started = performance.now();
    const { response, userId } = await attempt(
      () => inRequest(context, () => work(request, route, context)),
      request,
      context.requestId,
    );
    const ms = Math.round(performance.now() - started);
    const { requestId } = context;
    log().info({
      event: "request",
      requestId,
      userId,
      method: request.method,
      route: call.path,
      status: response.status,
      ms,
    });
    return response;
  };
}

async function attempt(
  work: () => Promise<{ response: Response; userId?: string }>,
  request: Request,
  requestId: string,
): Promise<{ response: Response; userId?: string }> {
  try {
    refuseCrossOrigin(request);
    const { response, userId } = await work();
    const headers = new Headers(response.headers);
    headers.set("x-request-id", requestId);
    if (!headers.has("cache-control")) headers.set("cache-control", "private, no-store");
    headers.set("x-content-type-options", "nosniff");
    return { response: new Response(response.body, { status: response.status, headers }), userId };
  } catch (error) {
    unstable_rethrow(error);
    return { response: problemResponse(toAppError(error, requestId), requestId) };
  }
}

async function requireSession(request: Request, scope: "read" | "write"): Promise<Session> {
  const session = await findSession(request.headers);
  if (!session) throw new AppError("unauthenticated", { headers: { "www-authenticate": "Bearer" } });
  if (!session.scopes.includes(scope)) throw new AppError("forbidden", { detail: "This token may only read." });
  return session;
}

async function parseCall<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  call: Call<P, Q, B>,
  request: Request,
  route: RouteContext,
) {
  const params = parseParams(call, await route.params);
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const query = parseInput(call.query ?? Nothing, given);
  const body =
    call.method === "get" || call.rawBody ? undefined : parseInput(call.body ?? Nothing, await readBody(request));
  return { params, query, body } as { params: z.output<P>; query: z.output<Q>; body: z.output<B> };
}

async function readBody(request: Request): Promise<unknown> {
  const body = await readJson(request);
  return body === undefined ? {} : body;
}

// An id of the wrong shape is answered as one that does not exist (SECURITY 9, 11).
function parseParams(call: Pick<Call, "params">, given: Record<string, string>): unknown {
  if (!call.params) return undefined;
  const parsed = call.params.safeParse(given);
  if (!parsed.success) throw new AppError("not_found");
  return parsed.data;
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
