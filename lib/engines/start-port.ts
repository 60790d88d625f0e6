import { createServer } from "node:net";

const LAST_PORT = 65_535;

/** True when a server could listen there now. */
export function isPortFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  if (port > LAST_PORT) return Promise.resolve(false);
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** The first of the wished ports that is free, else one that the system chooses. */
export async function freePort(wished: number[] = [], host = "127.0.0.1"): Promise<number> {
  for (const port of wished) {
    if (await isPortFree(port, host)) return port;
  }
  return anyPort(host);
}

function anyPort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port: 0, host }, () => {
      const address = probe.address();
      const port = address && typeof address === "object" ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
