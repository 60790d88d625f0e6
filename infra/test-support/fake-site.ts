import { once } from "node:events";
import { createServer, type OutgoingHttpHeaders } from "node:http";

export type Page = { status?: number; headers?: OutgoingHttpHeaders; body?: string };

const SCRIPT = "/_next/static/chunks/0a~b1.js";
const good: Record<string, Page> = {
  "/api/ready": {},
  "/login": {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "strict-transport-security": "max-age=63072000; includeSubDomains",
      "content-security-policy": "default-src 'self'; script-src 'self'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
    body: `<script src="${SCRIPT}" async=""></script>`,
  },
  [SCRIPT]: { headers: { "cache-control": "public, max-age=31536000, immutable" } },
};

/** A small server that answers as a drive does to whoever looks whether it serves, save for what is put in its place. */
export async function startFakeSite(instead: Record<string, Page> = {}) {
  const asked: string[] = [];
  const pages: Record<string, Page> = { ...good, ...instead };
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    const { status = 200, headers = {}, body = "" } = pages[url] ?? { status: 404 };
    response.writeHead(status, headers).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    ...{ asked, pages, script: SCRIPT },
    url: `http://127.0.0.1:${address && typeof address === "object" ? address.port : 0}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** The headers of the page to log in, save for these. */
export const loginWithout = (...names: string[]): Record<string, Page> => ({
  "/login": {
    ...good["/login"],
    headers: Object.fromEntries(
      Object.entries(good["/login"]?.headers ?? {}).filter(([name]) => !names.includes(name)),
    ),
  },
});
