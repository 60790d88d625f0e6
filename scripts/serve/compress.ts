import type { IncomingMessage, ServerResponse } from "node:http";
import compression from "compression";

/**
 * Compresses what is text and sent as it is made: brotli for who takes it, else gzip. Whatever says `no-transform` goes out as
 * it is, and so does a range, which counts the bytes of the thing itself (SECURITY 21).
 */
const compress = compression({
  filter: (request, response) => !isRange(response) && compression.filter(request, response),
});

const isRange = (response: ServerResponse): boolean =>
  response.statusCode === 206 || response.hasHeader("content-range");

/** Lets an answer be compressed once it is known to be worth it. */
export function compressed(request: IncomingMessage, response: ServerResponse): void {
  compress(request, response, () => undefined);
}
