import { expect, it } from "vitest";
import { PlaywrightReport, VitestReport } from "./reports";

it("names each test that failed in Vitest's report, and each file that did not load", () => {
  const report = {
    numPassedTests: 1,
    numFailedTests: 1,
    testResults: [
      {
        name: "a.test.ts",
        status: "failed",
        message: "",
        assertionResults: [
          { fullName: "sums", status: "passed", failureMessages: [] },
          {
            fullName: "divides",
            status: "failed",
            failureMessages: ["\u001b[31mError: by zero\u001b[39m\n    at a.ts:1"],
          },
        ],
      },
      { name: "b.test.ts", status: "failed", message: "No such file", assertionResults: [] },
    ],
  };
  expect(VitestReport.parse(report)).toEqual({
    passed: 1,
    failed: 1,
    failures: ["a.test.ts > divides: Error: by zero", "b.test.ts: No such file"],
  });
});

it("names each test that failed in Playwright's report, however deep it lies", () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: "folder.spec.ts",
    tests: [{ projectName: "desk", status, results: [message ? { error: { message } } : {}] }],
  });
  const report = {
    stats: { expected: 1, unexpected: 1, flaky: 1 },
    suites: [
      { specs: [spec("opens", "expected")], suites: [{ specs: [spec("closes", "unexpected", "Timeout\nat 1")] }] },
      { specs: [spec("blinks", "flaky")] },
    ],
  };
  expect(PlaywrightReport.parse(report)).toEqual({
    passed: 1,
    failed: 2,
    failures: ["folder.spec.ts > closes [desk]: Timeout", "folder.spec.ts > blinks [desk]"],
  });
});
