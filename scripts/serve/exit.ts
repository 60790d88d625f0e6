import type { Server, ServerResponse } from "node:http";

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
