import { fileURLToPath } from "node:url";
import { PHASE_PRODUCTION_BUILD } from "next/constants.js";

// Paths that older clients know (API.md, Upload), and the one address of a share link that pages and programs both use:
// a browser asks for text/html and gets the page; anything else is sent to the route handler beside it.
const aliases = [
  { source: "/upload", destination: "/api/upload" },
  { source: "/api/files/upload", destination: "/api/upload" },
  { source: "/files", destination: "/api/files" },
];

const notABrowser = [
  { type: "header", key: "accept", value: "(.*)text/html(.*)" },
  { type: "header", key: "rsc" },
  { type: "header", key: "next-action" },
];

// The same for everybody, and under the same name after a change: kept for a day. What `/_next/static` has is kept for ever.
const PICTURES = ["/icons/:name", "/favicon.ico", "/icon.svg", "/apple-icon.png"];

/** @type {(phase: string) => import("next").NextConfig} */
const config = (phase) => ({
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // What `npm run release` takes: the server's files and no more of node_modules than it loads. Our own server only warns of it.
  output: phase === PHASE_PRODUCTION_BUILD ? "standalone" : undefined,
  outputFileTracingRoot: fileURLToPath(new URL(".", import.meta.url)),
  // The hash of the sources: the same sources have the same addresses, on every machine that builds them.
  generateBuildId: () => process.env.BUILD_ID || null,
  reactCompiler: true,
  poweredByHeader: false,
  // The transport compresses (scripts/serve/compress.ts): brotli too, and never a range.
  compress: false,
  reactStrictMode: true,
  // Nothing a person uploaded is ever decoded in this process (SECURITY 20).
  images: { unoptimized: true },
  serverExternalPackages: ["pino", "bcryptjs", "busboy"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
  async headers() {
    const value = "public, max-age=86400, stale-while-revalidate=604800";
    return PICTURES.map((source) => ({ source, headers: [{ key: "cache-control", value }] }));
  },
  async rewrites() {
    return {
      beforeFiles: [
        ...aliases,
        { source: "/s/:shareId([^/]+)", missing: notABrowser, destination: "/s/:shareId/open" },
      ],
    };
  },
});

export default config;
