import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

/** A call as it came: the names are AWS's, the input as it stands in its JSON or its form. */
export type Call = { service: string; region: string; action: string; input: Record<string, unknown> };

/** What AWS would answer, by the action's name, which begins small here, or S3's method and path; a member that is a list is one in the answer too. */
export type Handlers = Record<string, (input: Record<string, unknown>, call: Call) => object>;

export type FakeAws = { url: string; calls: Call[]; stop: () => Promise<void> };

const fault = Symbol("fault");
type Fault = { [fault]: true; code: string; message: string };

/** What AWS says when it refuses. */
export const refusal = (code: string, message = code): Fault => ({ [fault]: true, code, message });

/**
 * Speaks AWS's protocols over real HTTP, so that the real SDK can be pointed at it by AWS_ENDPOINT_URL. S3's calls go
 * on to a real store, which each region has its own of.
 */
export async function startFakeAws(handlers: Handlers, stores: Record<string, string> = {}): Promise<FakeAws> {
  const calls: Call[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const { service, region } = scopeOf(incoming);
    const store = service === "s3" ? stores[region] : undefined;
    if (store) return forward(store, incoming, outgoing);
    const body = Buffer.concat(await incoming.toArray()).toString();
    const call = { service, region, ...readCall(incoming, body) };
    calls.push(call);
    const { action } = call;
    const handler = handlers[action] ?? handlers[action.charAt(0).toLowerCase() + action.slice(1)];
    answer(outgoing, call, handler?.(call.input, call) ?? unknownTo(service, action));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    calls,
    url: `http://127.0.0.1:${address && typeof address === "object" ? address.port : 0}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const unknownTo = (service: string, action: string): Fault =>
  service === "s3" ? refusal("NoSuchBucket") : refusal("UnknownOperation", action);

// A presigned address has it in its query.
function scopeOf({ headers, url = "" }: IncomingMessage) {
  const signed = /Credential=([^,&]+)/.exec(headers.authorization ?? decodeURIComponent(url))?.[1];
  const [, , region = "", service = ""] = signed?.split("/") ?? [];
  return { region, service };
}

function readCall({ headers, method, url }: IncomingMessage, body: string) {
  const target = String(headers["x-amz-target"] ?? "").split(".")[1];
  if (target) return { action: target, input: JSON.parse(body || "{}") };
  const { Action, ...input } = Object.fromEntries(new URLSearchParams(body));
  return Action ? { action: Action, input } : { action: `${method} ${url}`, input: {} };
}

function answer(outgoing: ServerResponse, { service, action }: Call, given: object): void {
  const isJson = !["cloudformation", "sts", "ec2", "s3"].includes(service);
  const refused = fault in given ? (given as Fault) : null;
  outgoing.setHeader("content-type", isJson ? "application/x-amz-json-1.1" : "text/xml");
  outgoing.statusCode = refused ? (service === "s3" ? 404 : 400) : 200;
  if (isJson)
    return void outgoing.end(JSON.stringify(refused ? { __type: refused.code, message: refused.message } : given));
  if (!refused) return void outgoing.end(wrapped[service]?.(action, given) ?? asQuery(action, given));
  const error = `<Error><Code>${refused.code}</Code><Message>${refused.message}</Message></Error>`;
  if (service === "s3") return void outgoing.end(error);
  outgoing.end(
    service === "ec2" ? `<Response><Errors>${error}</Errors></Response>` : `<ErrorResponse>${error}</ErrorResponse>`,
  );
}

const asQuery = (action: string, given: object) =>
  `<${action}Response><${action}Result>${xml(given, "member")}</${action}Result></${action}Response>`;
const wrapped: Record<string, (action: string, given: object) => string> = {
  ec2: (action, given) => `<${action}Response>${xml(given, "item")}</${action}Response>`,
  s3: (_, given) => xml(given, "member"),
};

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function xml(value: unknown, list: string): string {
  if (Array.isArray(value)) return value.map((each) => `<${list}>${xml(each, list)}</${list}>`).join("");
  if (typeof value !== "object" || value === null) return escaped(String(value));
  return Object.entries(value)
    .map(([name, inner]) => `<${name}>${xml(inner, list)}</${name}>`)
    .join("");
}

// The Host header goes on as it came: it is signed.
function forward(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { hostname, port } = new URL(target);
  const { method, url: path, headers } = incoming;
  const on = request({ hostname, port, method, path, headers }, (back) => {
    outgoing.writeHead(back.statusCode ?? 502, back.headers);
    back.pipe(outgoing);
  });
  on.on("error", () => outgoing.destroy());
  incoming.pipe(on);
}
