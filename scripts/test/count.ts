import { readFile } from "node:fs/promises";
import { z } from "zod";

export type Count = { passed: number; failed: number };

const reports = {
  vitest: z
    .object({ numPassedTests: z.number(), numFailedTests: z.number() })
    .transform((report) => ({ passed: report.numPassedTests, failed: report.numFailedTests })),
  playwright: z
    .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })
    .transform(({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky })),
};

/** The tests of one runner, from its JSON report; what it left unsaid counts as nothing run. */
export async function readReport(kind: keyof typeof reports, file: string): Promise<Count> {
  try {
    return reports[kind].parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/** A runner that failed without a failed test (it crashed), or that ran no test, has failed once. */
export function judge(count: Count, exitCode: number): Count {
  const isSilent = count.failed === 0 && (exitCode !== 0 || count.passed === 0);
  return isSilent ? { ...count, failed: 1 } : count;
}

/** The sum of several counts. */
export const sum = (counts: Count[]): Count =>
  counts.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), {
    passed: 0,
    failed: 0,
  });
