import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { PlaywrightReport, VitestReport } from "./reports";

/** How a runner's tests ended; a line for each that failed. */
export type Count = { passed: number; failed: number; failures: string[] };

const reports = { vitest: VitestReport, playwright: PlaywrightReport } satisfies Record<string, z.ZodType<Count>>;

/** The tests of one runner, from its JSON report; what it left unsaid counts as nothing run. */
export async function readReport(kind: keyof typeof reports, file: string): Promise<Count> {
  try {
    return reports[kind].parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return { passed: 0, failed: 0, failures: [] };
  }
}

/** A runner that failed without a failed test (it crashed), or that ran no test, has failed once. */
export function judge(count: Count, exitCode: number): Count {
  const isSilent = count.failed === 0 && (exitCode !== 0 || count.passed === 0);
  return isSilent ? { ...count, failed: 1 } : count;
}

/** The sum of several counts. */
export const sum = (counts: Count[]): Count =>
  counts.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      failures: [...all.failures, ...one.failures],
    }),
    { passed: 0, failed: 0, failures: [] },
  );
