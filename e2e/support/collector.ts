import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { json } from "node:stream/consumers";
import { z } from "zod";

const Attributes = z
  .array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) }))
  .default([])
  .transform((list) => Object.fromEntries(list.map(({ key, value }) => [key, Object.values(value)[0]])));

const Span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number(),
  attributes: Attributes,
  status: z.object({ code: z.number().default(0) }),
});

/** A span as OTLP tells it. */
export type CollectedSpan = z.infer<typeof Span>;

const Payload = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: Attributes }),
      scopeSpans: z.array(z.object({ spans: z.array(Span) })),
    }),
  ),
});

export type Collector = {
  url: string;
  /** Each request that came, as it came. */
  requests: { path: string; headers: IncomingHttpHeaders; body: unknown }[];
  spans: () => CollectedSpan[];
  resources: () => Record<string, unknown>[];
  stop: () => Promise<void>;
};

/** A collector of traces: takes OTLP as JSON over HTTP and keeps it. A silent one takes it and never answers. */
export async function startCollector({ isSilent = false } = {}): Promise<Collector> {
  const requests: Collector["requests"] = [];
  const server = createServer(async (request, response) => {
    requests.push({ path: request.url ?? "", headers: request.headers, body: await json(request) });
    if (!isSilent) response.setHeader("content-type", "application/json").end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const told = () => requests.flatMap(({ body }) => Payload.parse(body).resourceSpans);
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    spans: () => told().flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
    resources: () => told().map(({ resource }) => resource.attributes),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
