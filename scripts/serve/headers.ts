import type { IncomingMessage } from "node:http";
import { clientAddress, isTrustedPeer, type Trust } from "./client-address";

const CLAIMS = /^(x-forwarded-.*|forwarded|x-real-ip|x-client-ip|x-request-id|x-prerender-revalidate.*)$/;

/**
 * Drops what a client may not claim about itself, and writes down its address (SECURITY 15); and what it may not ask of Next, whose
 * key for that is no secret (`scripts/release/settle.ts`).
 */
export function settleHeaders(request: IncomingMessage, trust: Trust): void {
  const { headers, socket } = request;
  const peer = socket.remoteAddress ?? "";
  const said = headers["x-forwarded-for"];
  const address = clientAddress(peer, Array.isArray(said) ? said.join(",") : said, trust);
  const isTrusted = isTrustedPeer(peer, trust);
  for (const name of Object.keys(headers)) {
    if (CLAIMS.test(name) && !(isTrusted && name.startsWith("x-forwarded-"))) delete headers[name];
  }
  headers["x-client-ip"] = address;
}
