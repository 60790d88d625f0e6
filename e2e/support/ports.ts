import { randomInt } from "node:crypto";
import { isPortFree } from "@/lib/engines/start-port";

const FIRST = 12_000;
const TRIPLES = 6000;

/**
 * A port that is free, and the two after it for the engines. They lie below those that the system gives to outgoing
 * connections: on a busy machine such a one is taken again before a server gets to it.
 */
export async function threePorts(): Promise<number> {
  for (;;) {
    const port = FIRST + 3 * randomInt(TRIPLES);
    const free = await Promise.all([port, port + 1, port + 2].map((each) => isPortFree(each)));
    if (free.every(Boolean)) return port;
  }
}
