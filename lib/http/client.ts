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
    return { ok: false, error: UNREACHED };
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
    return { ok: false, error: UNREACHED };
  }
}

const UNREACHED: ActionError = {
  code: "unavailable",
  message: "The drive can't be reached. Check your connection.",
};

async function readProblem(response: Response): Promise<ActionError> {
  const problem: {
    code?: ErrorCode;
    detail?: string;
    errors?: { path: string; message: string }[];
    requestId?: string;
  } = await response.json().catch(() => ({}));
  const fields: Record<string, string[]> = {};
  for (const { path, message } of problem.errors ?? []) fields[path] = [...(fields[path] ?? []), message];
  const message = problem.detail ?? "Something went wrong on our side.";
  return { code: problem.code ?? "internal", message, fields, requestId: problem.requestId };
}
