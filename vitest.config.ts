import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const exclude = ["node_modules/**", "e2e/**/*.spec.ts", "infra/**", ".next*/**", ".data*/**"];

// The versions are pinned below the one that drops Node 20.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

export default defineConfig({
  resolve: {
    alias: {
      "@": here("."),
      // Next itself refuses server code in the browser; outside of it the marker has nothing to say.
      "server-only": here("e2e/support/empty.ts"),
    },
  },
  test: {
    maxWorkers: 2,
    // Cheap hashes, and no limits that a hundred tests from one address would run into.
    env: {
      BCRYPT_COST: "4",
      RATE_LIMIT_SCALE: "1000",
      LOG_LEVEL: "silent",
    },
    // A busy machine is no fault: a limit here ends what hangs, and measures nothing.
    projects: [
      { extends: true, test: { name: "unit", include: ["**/*.test.{ts,tsx}"], exclude, testTimeout: 20_000 } },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["**/*.itest.ts"],
          // It imports "next/server" without the ending that Node asks for; bundled, it finds it.
          server: { deps: { inline: ["next-auth"] } },
          exclude: [...exclude, "e2e/http/**", "e2e/copies/**"],
          globalSetup: ["e2e/support/vitest-lane.ts"],
          setupFiles: ["e2e/support/vitest-env.ts"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: "http",
          include: ["e2e/http/*.itest.ts"],
          exclude,
          globalSetup: ["e2e/support/vitest-drive.ts"],
          setupFiles: ["e2e/support/vitest-env.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: "copies",
          include: ["e2e/copies/*.itest.ts"],
          exclude,
          globalSetup: ["e2e/support/vitest-build.ts"],
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
