import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Synthesizing takes seconds, and longer where the machine is busy.
const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  // Next itself refuses server code in the browser; outside of it the marker has nothing to say.
  resolve: { alias: { "@": root, "server-only": `${root}e2e/support/empty.ts` } },
  test: {
    env: { AUTH_SECRET: "only-the-shape-of-the-table-is-asked-for" },
    include: ["*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
