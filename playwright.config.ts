import { defineConfig, devices } from "@playwright/test";

const quiet = ["no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking"];
const still = ["disable-component-update", "disable-sync"];

/** The built app on engines of its own, in the browser that the test run found; without one, in Playwright's. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  timeout: 120_000,
  workers: 1,
  forbidOnly: true,
  retries: 0,
  reporter: "list",
  globalSetup: "./e2e/support/playwright-drive.ts",
  use: {
    ...devices["Desktop Chrome"],
    launchOptions: {
      executablePath: process.env.BROWSER_PATH || undefined,
      args: [...quiet, ...still].map((flag) => `--${flag}`),
    },
    trace: "retain-on-failure",
  },
});
