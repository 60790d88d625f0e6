import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { AppError } from "@/lib/errors";
import { beginNotes, REQUEST_ID_HEADER } from "@/lib/http/request-notes";
import { newId } from "@/lib/ids";
import { underSpan } from "@/lib/trace";
import type { Trust } from "./client-address";
import { compressed } from "./compress";
import { type Exit, exitOf } from "./exit";
import { settleHeaders } from "./headers";
import { checkMethod } from "./method";
import { observe } from "./observe";
import { refuseConnection, sendProblem } from "./problem";
import type { Route } from "./routes";
import { checkTarget } from "./target";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type Transport = { server: Server } & Pick<Exit, "leave" | "drain">;

const IDLE_MS = 60_000;

// A copy that drains is not able, whatever its engines say: only the transport knows.
const READY = "/api/ready";

type Options = { trust: Trust; pages?: Route[]; idleMs?: number };

/** The app's own HTTP server: bounds, clean headers, a line in the log and a graceful end around the given handler. */
export function createTransport(handle: Handler, { trust, pages = [], idleMs = IDLE_MS }: Options): Transport {
  const server = createServer({ maxHeaderSize: 32 * 1024 }, (request, response) => {
    const id = newId();
    boundIdleness(request, response);
    exit.mind(response);
    beginNotes(id);
    const span = observe(request, response, { id, pages, trust });
    response.setHeader(REQUEST_ID_HEADER, id);
    underSpan(span, () => answer(request, response, id)).catch((error: unknown) => endBadly(response, error, id));
  });
  const exit = exitOf(server);
  const answer = async (request: IncomingMessage, response: ServerResponse, id: string) => {
    checkTarget(request.url ?? "");
    if (exit.isLeaving() && request.url === READY)
      throw new AppError("unavailable", { detail: "It is being stopped." });
    checkMethod(request.method ?? "", request.url ?? "");
    settleHeaders(request, trust);
    request.headers[REQUEST_ID_HEADER] = id;
    compressed(request, response);
    await handle(request, response);
  };
  server.headersTimeout = idleMs;
  // A form may take longer than Node's 300 s as long as it keeps coming (SECURITY 18); idleness is what ends it.
  server.requestTimeout = 0;
  server.timeout = idleMs;
  server.keepAliveTimeout = idleMs + 5_000;
  server.on("clientError", refuseConnection);
  return { server, leave: exit.leave, drain: exit.drain };
}

/** A silent sender is cut off; a silent reader, or one whose answer takes its time, is not. */
function boundIdleness(request: IncomingMessage, response: ServerResponse): void {
  request.on("timeout", () => request.socket.destroy());
  response.on("timeout", () => undefined);
}

function endBadly(response: ServerResponse, error: unknown, id: string): void {
  if (response.headersSent) response.destroy();
  else sendProblem(response, error, id).catch(() => response.destroy());
}
