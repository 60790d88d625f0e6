import { afterAll, beforeAll, expect, it } from "vitest";
import { type Drive, startDrive } from "@/e2e/support/drive";
import { type Answer, aPerson, type Person, send } from "@/e2e/support/http-client";
import { expectProblem } from "@/e2e/support/problems";

// A tenth of the limits, so that a minute's worth is sent within one.
let drive: Drive;
let ada: Person;
beforeAll(async () => {
  drive = await startDrive({ RATE_LIMIT_SCALE: "0.1" });
  ada = await aPerson(drive.url);
});
afterAll(() => drive.stop());

/** Sends one more than fits into two windows, twenty at a time: wherever the minute ends, one of them is over. */
async function overrun(max: number, act: () => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  while (answers.length <= 2 * max) answers.push(...(await Promise.all(Array.from({ length: 20 }, act))));
  return answers;
}

function expectBound(answers: Answer[], max: number): void {
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.length - refused.length).toBeGreaterThanOrEqual(max);
  expect(refused.length).toBeGreaterThan(0);
  refused.map((answer) => expectProblem(answer, { status: 429, code: "rate_limited" }));
  const waits = refused.map(({ headers }) => Number(headers.get("retry-after")));
  expect(waits.filter((wait) => !Number.isInteger(wait) || wait < 1 || wait > 60)).toEqual([]);
}

it.each([
  ["600 uploads", 60, () => ada.call("POST", "/api/upload", {})],
  ["1,200 downloads", 120, () => ada.call("GET", "/api/files/nobody-knows-this-id/content")],
  ["3,000 other calls", 300, () => ada.call("GET", "/api/files/nobody-knows-this-id")],
  ["1,200 visits of links by an address", 120, () => send("GET", `${drive.url}/s/nobody-knows-this-id`)],
] as const)("lets %s a minute pass and no endless number (SECURITY 16)", async (_, max, act) => {
  expectBound(await overrun(max, act), max);
});
