import type { ErrorCode } from "@/lib/errors";
import type { ActionError, Result } from "@/lib/http/result";

type Options = {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  body?: unknown;
  signal?: AbortSignal;
  headers?: Record<string, string>;
  /** The call is made though the page is left meanwhile; browsers allow that to small ones. */
  keepalive?: boolean;
};

const NO_COPY = [502, 503, 504];

const UNREACHABLE: ActionError = {
  code: "unavailable",
  message: "The drive can't be reached. Check your connection.",
};

/**
 * Calls the HTTP contract from the browser. A refusal comes back as a value; only an abort throws. `T` is the call's answer
 * as API.md gives it: the server is ours, and parsing it again would cost every page a schema library.
 */
export async function callApi<T>(path: string, options: Options = {}): Promise<Result<T>> {
  const { method = "GET", body, signal, headers, keepalive } = options;
  const json: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
  try {
    const response = await fetch(path, {
      method,
      signal,
      keepalive,
      headers: { accept: "application/json", ...json, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) return { ok: false, error: await readProblem(response) };
    return { ok: true, value: response.status === 204 ? undefined : await response.json() };
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, error: UNREACHABLE };
  }
}

/**
 * Calls a server action. One that can't be sent is refused as any call is, and what was typed can be sent again; thrown, it
 * would take the page away.
 */
export async function reach<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await ask();
  } catch (error) {
    // As `fetch` fails, in every browser; what Next throws on its way to another page is none.
    if (!(error instanceof TypeError)) throw error;
    return { ok: false, error: UNREACHABLE };
  }
}

/**
 * Asks whether an address that leads to a file would do so, and fetches nothing of the file. For a page that is about to go
 * there, where a browser would put the problem document in its place, and for one that was refused without a reason.
 */
export async function askAddress(path: string): Promise<Result<undefined>> {
  try {
    const response = await fetch(path, { redirect: "manual", headers: { accept: "application/json" } });
    if (response.type === "opaqueredirect") return { ok: true, value: undefined };
    return { ok: false, error: await readProblem(response) };
  } catch {
    return { ok: false, error: UNREACHABLE };
  }
}

/** The answer that holds a file's bytes. @throws Error with the file's name and the refusal's sentence. */
export async function fetchFile(path: string, name: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(path, { signal });
  if (!response.ok) throw new Error(`“${name}”: ${(await readProblem(response)).message}`);
  return response;
}

/** Why files did not come, for people: a refusal has its sentence, a network that broke only a program's words. */
export const faultOf = (reason: unknown, brokeOff: string): string =>
  reason instanceof Error && reason.name === "Error" ? reason.message : brokeOff;

async function readProblem(response: Response): Promise<ActionError> {
  const problem: {
    code?: ErrorCode;
    detail?: string;
    errors?: { path: string; message: string }[];
    requestId?: string;
  } = await response.json().catch(() => ({}));
  // What stands before the app says in a way of its own that no copy can be reached: that passes, and is waited for.
  if (!problem.code && NO_COPY.includes(response.status)) return UNREACHABLE;
  const fields: Record<string, string[]> = {};
  for (const { path, message } of problem.errors ?? []) fields[path] = [...(fields[path] ?? []), message];
  const message = problem.detail ?? "Something went wrong on our side.";
  // What was asked for under the same key is still being done: its answer comes to whoever asks again.
  const isRunning = response.status === 409 && response.headers.has("retry-after");
  const code = isRunning ? "unavailable" : (problem.code ?? "internal");
  return { code, message, fields, requestId: problem.requestId };
}
