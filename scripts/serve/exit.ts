import type { Server, ServerResponse } from "node:http";
import { setImmediate as nextTurn } from "node:timers/promises";

const TURN_MS = 1;
const KNOCKING_MS = 10_000;

/** The way out of a server: what is in flight, and how it comes to an end. */
export type Exit = {
  /** Minds an answer that has just begun. */
  mind: (response: ServerResponse) => void;
  isLeaving: () => boolean;
  /** Says from now on that a client's next request is better sent elsewhere; serves all the same. */
  leave: () => void;
  /** Takes no new connection, lets what is in flight end, and cuts off what is left after that time. */
  drain: (withinMs: number) => Promise<void>;
};

/** Makes a server's way out. */
export function exitOf(server: Server): Exit {
  const inFlight = new Set<ServerResponse>();
  let isLeaving = false;
  const leave = () => {
    isLeaving = true;
    for (const response of inFlight) endsConnection(response);
  };
  return {
    mind: (response) => {
      inFlight.add(response);
      response.once("close", () => inFlight.delete(response));
      if (isLeaving) endsConnection(response);
    },
    isLeaving: () => isLeaving,
    leave,
    drain: (withinMs) => {
      leave();
      return closeGently(server, withinMs);
    },
  };
}

// Node says `Connection: close` by itself then: a client that keeps connections sends its next request over another one,
// and none is lost in one that is just being closed.
function endsConnection(response: ServerResponse): void {
  response.shouldKeepAlive = false;
}

/**
 * Waits for a moment at which no connection waits to be taken. The system has said yes to those by then, so that whoever
 * sent them asks no other copy; closing would reset them. Node takes one in each turn of its loop, and a busy loop leaves
 * many waiting.
 */
async function untilNobodyKnocks(server: Server): Promise<void> {
  let knocks = 0;
  const count = () => knocks++;
  server.on("connection", count);
  const end = performance.now() + KNOCKING_MS;
  // From wherever this was called, the loop may come here before it looks at its sockets again.
  await nextTurn();
  for (let isQuiet = false; !isQuiet && performance.now() < end; ) {
    const [before, began] = [knocks, performance.now()];
    await nextTurn();
    isQuiet = knocks === before && performance.now() - began < TURN_MS;
  }
  server.off("connection", count);
}

async function closeGently(server: Server, withinMs: number): Promise<void> {
  await untilNobodyKnocks(server);
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
