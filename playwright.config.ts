import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/test/browser";

const quiet = ["no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking"];
const still = ["disable-component-update", "disable-sync"];

/** The built app on engines of its own, in the system's browser; without one, in Playwright's. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  timeout: 240_000,
  expect: { timeout: 30_000 },
  workers: 1,
  forbidOnly: true,
  retries: 0,
  reporter: "list",
  preserveOutput: "failures-only",
  globalSetup: "./e2e/support/playwright-drive.ts",
  use: {
    baseURL: process.env.BASE_URL,
    launchOptions: {
      executablePath: findBrowser() ?? undefined,
      args: [...quiet, ...still].map((flag) => `--${flag}`),
    },
    // A worker between the page and its network would hide the network from the tests; those of the worker let it in.
    serviceWorkers: "block",
  },
  projects: [
    { name: "desk", use: devices["Desktop Chrome"], grepInvert: /@finger/ },
    // What a story must also do on a phone says so in its title, and so does what takes a finger.
    { name: "phone", use: devices["Pixel 7"], grep: /@phone|@finger/ },
  ],
});
