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

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  reactCompiler: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // Nothing a person uploaded is ever decoded in this process (SECURITY 20).
  images: { unoptimized: true },
  serverExternalPackages: ["pino", "bcryptjs", "busboy"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
  async rewrites() {
    return {
      beforeFiles: [
        ...aliases,
        { source: "/s/:shareId([^/]+)", missing: notABrowser, destination: "/s/:shareId/open" },
      ],
    };
  },
};

export default config;
