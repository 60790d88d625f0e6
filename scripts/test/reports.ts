import { stripVTControlCharacters } from "node:util";
import { z } from "zod";

const headOf = (message = ""): string => stripVTControlCharacters(message).split("\n", 1)[0] ?? "";

const line = (where: string, message?: string): string => [where, headOf(message)].filter(Boolean).join(": ");

const VitestFile = z.object({
  name: z.string(),
  status: z.string(),
  message: z.string(),
  assertionResults: z.array(
    z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
  ),
});

/** What Vitest's JSON says, as a count. A file that did not load, and a hook that failed, are named by their file. */
export const VitestReport = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number(), testResults: z.array(VitestFile) })
  .transform(({ numPassedTests, numFailedTests, testResults }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    failures: testResults.flatMap(failuresOfFile),
  }));

function failuresOfFile({ name, status, message, assertionResults }: z.infer<typeof VitestFile>): string[] {
  const failed = assertionResults.filter((each) => each.status === "failed");
  if (failed.length === 0 && status === "failed") return [line(name, message)];
  return failed.map(({ fullName, failureMessages }) => line(`${name} > ${fullName}`, failureMessages?.[0]));
}

const PlaywrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      projectName: z.string(),
      status: z.string(),
      results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
    }),
  ),
});

type Suite = { specs: z.infer<typeof PlaywrightSpec>[]; suites?: Suite[] };

const PlaywrightSuite: z.ZodType<Suite> = z.object({
  specs: z.array(PlaywrightSpec),
  suites: z.lazy(() => z.array(PlaywrightSuite)).optional(),
});

/** What Playwright's JSON says, as a count. One that passed at a second try has failed. */
export const PlaywrightReport = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
    suites: z.array(PlaywrightSuite),
  })
  .transform(({ stats, suites }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    failures: suites.flatMap(failuresOfSuite),
  }));

function failuresOfSuite({ specs, suites = [] }: Suite): string[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ projectName, results }) => {
        const message = results.find(({ error }) => error)?.error?.message;
        return line(`${file} > ${title} [${projectName}]`, message);
      }),
  );
  return [...own, ...suites.flatMap(failuresOfSuite)];
}
