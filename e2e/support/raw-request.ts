import { once } from "node:events";
import { type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";

type Raw = { method?: string; path: string; headers?: Record<string, string>; body?: string };

/** Sends what `fetch` would not: other methods, another Host, a path as it stands. */
export async function rawRequest(
  base: string,
  { method = "GET", path, headers = {}, body }: Raw,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  const { hostname, port, host } = new URL(base);
  const sent = request({ hostname, port, method, path, headers: { host, ...headers } });
  sent.end(body);
  const [answer]: IncomingMessage[] = await once(sent, "response");
  if (!answer) throw new Error("There was no answer");
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) };
}
