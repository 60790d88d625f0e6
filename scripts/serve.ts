import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import next from "next";
import { doEndings } from "@/lib/ending";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { parseTrust } from "./serve/client-address";
import { readPages } from "./serve/routes";
import { createTransport, type Transport } from "./serve/server";
import { startTracing } from "./serve/tracing";
import { readSettings } from "./start/settings";

const DRAIN_MS = 20_000;

/** The app's process: Next.js behind a transport of our own. Under a launcher it listens when told to, and ends with it. */
async function main(): Promise<void> {
  const { port, host } = readSettings(process.env);
  const trust = parseTrust(env().TRUST_PROXY);
  const dev = process.env.NODE_ENV === "development";
  // Next takes over upgrades of the server that it is given. Only its development needs them: elsewhere it gets one that
  // never listens, so that a request to upgrade is a request like any other.
  const httpServer = dev ? undefined : createServer();
  const app = next({ dev, dir: process.cwd(), hostname: host, port, httpServer });
  const handle = app.getRequestHandler();
  const transport = createTransport(handle, { trust, pages: await readPages(process.env.NEXT_DIST_DIR || ".next") });
  const { server } = transport;
  const [stopTracing] = await Promise.all([startTracing(), app.prepare()]);
  stopOnSignals(async () => {
    // In development the page's own socket stays open for ever.
    await end(transport, dev ? 0 : DRAIN_MS);
    await stopTracing();
  });
  await goAhead();
  server.listen({ port, host }, () => process.send?.("listening"));
  server.on("error", (error) => {
    log().fatal({ event: "serve.failed", message: error.message });
    process.exit(1);
  });
}

/** Engines and app start side by side: the launcher says when the engines are able. */
function goAhead(): Promise<void> {
  const { send } = process;
  if (!send) return Promise.resolve();
  process.once("disconnect", () => process.exit(1));
  return new Promise((resolve) => {
    process.once("message", () => resolve());
    send.call(process, "prepared");
  });
}

/** Hands over what outlives a request at once; requests are served until whoever spreads them had time to notice, then to their end. */
async function end({ leave, drain }: Transport, withinMs: number): Promise<void> {
  leave();
  const endings = doEndings();
  await pause(env().DRAIN_DELAY_SECONDS * 1000);
  await Promise.all([drain(withinMs), Promise.race([endings, pause(withinMs)])]);
}

function stopOnSignals(end: () => Promise<void>): void {
  const stop = async () => {
    log().info({ event: "serve.draining" });
    await end();
    log().info({ event: "serve.drained" });
    process.exit(0);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
