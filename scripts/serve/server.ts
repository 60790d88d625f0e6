import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { AppError } from "@/lib/errors";
import type { Trust } from "./client-address";
import { settleHeaders } from "./headers";
import { checkMethod } from "./method";
import { refuseConnection, sendProblem } from "./problem";
import { checkTarget } from "./target";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type Transport = { server: Server; drain: (withinMs: number) => Promise<void> };

const IDLE_MS = 60_000;

// A copy that drains is not able, whatever its engines say: only the transport knows.
const READY = "/api/ready";

/** The app's own HTTP server: bounds, clean headers and a graceful end around the given handler. */
export function createTransport(handle: Handler, trust: Trust, idleMs = IDLE_MS): Transport {
  const state = { isDraining: false };
  const server = createServer({ maxHeaderSize: 32 * 1024 }, (request, response) => {
    boundIdleness(request, response);
    if (state.isDraining) response.setHeader("connection", "close");
    answer(request, response).catch((error: unknown) => endBadly(response, error));
  });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    checkTarget(request.url ?? "");
    if (state.isDraining && request.url === READY)
      throw new AppError("unavailable", { detail: "It is being stopped." });
    checkMethod(request.method ?? "", request.url ?? "");
    settleHeaders(request, trust);
    await handle(request, response);
  };
  server.headersTimeout = idleMs;
  // A form may take longer than Node's 300 s as long as it keeps coming (SECURITY 18); idleness is what ends it.
  server.requestTimeout = 0;
  server.timeout = idleMs;
  server.keepAliveTimeout = idleMs + 5_000;
  server.on("clientError", refuseConnection);
  const drain = (withinMs: number) => {
    state.isDraining = true;
    return closeGently(server, withinMs);
  };
  return { server, drain };
}

/** A silent sender is cut off; a silent reader, or one whose answer takes its time, is not. */
function boundIdleness(request: IncomingMessage, response: ServerResponse): void {
  request.on("timeout", () => request.socket.destroy());
  response.on("timeout", () => undefined);
}

function endBadly(response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.destroy();
  else sendProblem(response, error).catch(() => response.destroy());
}

async function closeGently(server: Server, withinMs: number): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise<void>((resolve) => {
    const giveUp = setTimeout(() => {
      server.closeAllConnections();
      resolve();
    }, withinMs);
    server.close(() => {
      clearTimeout(giveUp);
      resolve();
    });
    server.closeIdleConnections();
  });
  clearInterval(sweep);
}
