// The package's own types are Express's; the middleware itself asks for no more than Node's.
declare module "compression" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  type Options = { filter?: (request: IncomingMessage, response: ServerResponse) => boolean };
  type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

  const compression: {
    (options?: Options): Middleware;
    filter: (request: IncomingMessage, response: ServerResponse) => boolean;
  };
  export default compression;
}
