import type { z } from "zod";
import { AppError, invalid } from "@/lib/errors";
import { type Call, Nothing } from "@/lib/http/call";
import { readJson } from "@/lib/http/json";
import { parseInput } from "@/lib/http/problem";

/** What a request says, parsed by its call's schemas. @throws AppError `not_found`, `validation_failed` or what `readJson` does. */
export async function parseCall<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  call: Call<P, Q, B>,
  request: Request,
  route: { params: Promise<Record<string, string>> },
) {
  const params = parseParams(call, await route.params);
  const query = parseInput(call.query ?? Nothing, queryOf(request));
  const body =
    call.method === "get" || call.rawBody ? undefined : parseInput(call.body ?? Nothing, await readBody(request));
  return { params, query, body } as { params: z.output<P>; query: z.output<Q>; body: z.output<B> };
}

// An id of the wrong shape is answered as one that does not exist (SECURITY 9, 11).
function parseParams(call: Pick<Call, "params">, given: Record<string, string>): unknown {
  if (!call.params) return undefined;
  const parsed = call.params.safeParse(given);
  if (!parsed.success) throw new AppError("not_found");
  return parsed.data;
}

function queryOf(request: Request): Record<string, string> {
  const given = new URL(request.url).searchParams;
  const twice = [...given.keys()].find((name) => given.getAll(name).length > 1);
  if (twice !== undefined) throw invalid(twice, "The address says this twice. Say it once.");
  return Object.fromEntries(given);
}

async function readBody(request: Request): Promise<unknown> {
  const body = await readJson(request);
  return body === undefined ? {} : body;
}
