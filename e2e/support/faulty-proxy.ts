import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from "node:http";

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** What goes wrong with one request. `reset after` and `truncate` let the engine do it first: the effect is there, the answer is not. */
export type Fault =
  | { kind: "reset before" | "reset after" | "truncate" | "silence" }
  | { kind: "answer"; status: number; body: (request: Buffer) => string };

export type FaultyProxy = {
  url: string;
  /** Plans faults for the next requests of an operation; without a count for all of them. */
  fail: (operation: string, fault: Fault, times?: number) => void;
  heal: () => void;
  stop: () => Promise<void>;
};

/**
 * Stands before an engine and lets things go wrong between it and the app. Operations go by DynamoDB's names, S3's by their
 * method and what they ask of (`GET parts`, `POST parts`, `HEAD object`); each is noted in `seen` as it arrives.
 */
export async function startFaultyProxy(target: string, seen: string[] = []): Promise<FaultyProxy> {
  const planned = new Map<string, { fault: Fault; left: number }>();
  const server = createServer(async (incoming, outgoing) => {
    const operation = operationOf(incoming);
    seen.push(operation);
    const plan = planned.get(operation);
    const fault = plan && plan.left-- > 0 ? plan.fault : undefined;
    await pass({ target, incoming, outgoing, fault }).catch(() => outgoing.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    fail: (operation, fault, times = Number.POSITIVE_INFINITY) => planned.set(operation, { fault, left: times }),
    heal: () => planned.clear(),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function operationOf({ method = "", url = "", headers }: IncomingMessage): string {
  const named = String(headers["x-amz-target"] ?? "").split(".")[1];
  if (named) return named;
  const query = new URL(url, "http://store").searchParams;
  return `${method} ${query.has("uploadId") ? "parts" : query.has("uploads") ? "upload" : "object"}`;
}

type Passing = { target: string; incoming: IncomingMessage; outgoing: ServerResponse; fault: Fault | undefined };

async function pass({ target, incoming, outgoing, fault }: Passing): Promise<void> {
  const body = await bytesOf(incoming);
  if (fault?.kind === "silence") return;
  if (fault?.kind === "answer") {
    outgoing.writeHead(fault.status).end(fault.body(body));
    return;
  }
  if (fault?.kind === "reset before") return void outgoing.destroy();
  const answer = await forward(target, incoming, body);
  if (fault?.kind === "reset after") return void outgoing.destroy();
  outgoing.writeHead(answer.status, answer.headers);
  if (fault?.kind !== "truncate") return void outgoing.end(answer.body);
  outgoing.write(answer.body.subarray(0, answer.body.length / 2), () => outgoing.destroy());
}

/** Sends a request on as it came, its Host header too: it is signed. */
export async function forward(
  target: string,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
): Promise<Answer> {
  const { hostname, port } = new URL(target);
  const outgoing = request({ hostname, port, method, path: url, headers });
  outgoing.end(body);
  const [incoming]: [IncomingMessage] = (await once(outgoing, "response")) as [IncomingMessage];
  return { status: incoming.statusCode ?? 502, headers: incoming.headers, body: await bytesOf(incoming) };
}

/** All bytes of a request or an answer. */
export async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The way DynamoDB refuses. */
export const dynamoError = (name: string, more: object = {}): Fault => ({
  kind: "answer",
  status: name === "InternalServerError" ? 500 : 400,
  body: () => JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name, ...more }),
});

/** The way S3 refuses. */
export const storeError = (status: number, code: string): Fault => ({
  kind: "answer",
  status,
  body: () => `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
});
