/** One part of a test run: a package script, and how its tests are counted. Without a report it counts as one test. */
export type Step = { name: string; script: string; report?: "vitest" | "playwright"; env?: Record<string, string> };

const lint: Step = { name: "lint", script: "lint" };
const typecheck: Step = { name: "typecheck", script: "typecheck" };
const arch: Step = { name: "arch", script: "arch" };
const unit: Step = { name: "unit", script: "test:unit", report: "vitest" };
const infra: Step = { name: "infra", script: "test:infra", report: "vitest" };
const integration: Step = { name: "integration", script: "test:integration", report: "vitest" };
const http: Step = { name: "http", script: "test:http", report: "vitest" };
const build: Step = { name: "build", script: "build:once" };
const e2e: Step = { name: "e2e", script: "e2e", report: "playwright" };
// Where a balancer may be installed, browsers meet three copies of the app, and nobody knows which of them answers.
const e2eOnCopies: Step = { ...e2e, env: { COPIES: "3" } };
const copies: Step = { name: "copies", script: "test:copies", report: "vitest" };
const rights: Step = { name: "rights", script: "test:rights" };

export type Plan = { steps: Step[]; lane: "embedded" | "real" };

/** What to run, fastest first. @throws Error for a word that it does not know. */
export function planFor(words: string[]): Plan {
  const unknown = words.find((word) => word !== "--fast" && word !== "--lane=real" && word !== "--lane=embedded");
  if (unknown) throw new Error(`Unknown option ${unknown}. There are --fast and --lane=real.`);
  if (words.includes("--lane=real"))
    return { steps: [integration, build, http, copies, e2eOnCopies, rights], lane: "real" };
  const fast = [lint, typecheck, arch, unit];
  return {
    steps: words.includes("--fast") ? fast : [...fast, infra, integration, build, http, e2e, rights],
    lane: "embedded",
  };
}
