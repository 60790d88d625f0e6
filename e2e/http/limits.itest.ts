import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Drive, startDrive } from "@/e2e/support/drive";
import { type Answer, aFileOf, aPerson, PASSWORD, send } from "@/e2e/support/http-client";
import { expectProblem } from "@/e2e/support/problems";

// An own drive with the real limits. One address makes all requests, so the tests share its counts.
let drive: Drive;
beforeAll(async () => {
  drive = await startDrive({ RATE_LIMIT_SCALE: "1" });
});
afterAll(() => drive.stop());

const LIMITED = { status: 429, code: "rate_limited" };
const WRONG = { status: 401, code: "invalid_credentials" };

const times = <T>(count: number, act: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, act));
const statuses = (answers: Answer[]) => answers.map(({ status }) => status).toSorted();
const logIn = (email: string, password: string) => send("POST", `${drive.url}/api/auth/login`, { email, password });

function expectLimited(answer: Answer, seconds: number): void {
  expectProblem(answer, LIMITED);
  const wait = Number(answer.headers.get("retry-after"));
  expect(Number.isInteger(wait) && wait >= 1 && wait <= seconds).toBe(true);
}

it("ends guessing at a password after 10 failures, even all at once, and disturbs nobody who is in (SECURITY 16)", async () => {
  const ada = await aPerson(drive.url);
  const guesses = await times(15, () => logIn(ada.email, "a wrong password"));
  expect(statuses(guesses)).toEqual([...Array(10).fill(401), ...Array(5).fill(429)]);
  expectLimited(await logIn(ada.email, PASSWORD), 900);
  expect((await ada.call("GET", "/api/me")).status).toBe(200);
  expect((await ada.call("POST", "/api/folders", { parentId: "root", name: "still here" })).status).toBe(201);
  const bob = await aPerson(drive.url);
  expect((await logIn(bob.email, PASSWORD)).status).toBe(200);
});

it("counts an e-mail that nobody has like any other (SECURITY 2, 16)", async () => {
  const email = `${randomBytes(8).toString("hex")}@example.com`;
  const guesses = await times(10, () => logIn(email, "a wrong password"));
  guesses.map((answer) => expectProblem(answer, WRONG));
  expectLimited(await logIn(email, "a wrong password"), 900);
});

it("does not count what was right (SECURITY 16)", async () => {
  const ada = await aPerson(drive.url);
  for (let n = 0; n < 12; n++) expect((await logIn(ada.email, PASSWORD)).status).toBe(200);
});

it("ends guessing at a link's password after 10 failures, and leaves other links alone (SECURITY 16)", async () => {
  const ada = await aPerson(drive.url);
  const { id } = await aFileOf(ada, "a.txt", "content");
  const [first, second] = await times(2, () =>
    ada.call("POST", `/api/files/${id}/shares`, { password: "open sesame" }),
  );
  const basic = (password: string) => ({ authorization: `Basic ${btoa(`x:${password}`)}` });
  const open = (share: Answer | undefined, password: string) =>
    send("GET", `${drive.url}/s/${share?.body.id}`, undefined, basic(password));
  expect(statuses(await times(13, () => open(first, "wrong")))).toEqual([
    ...Array(10).fill(401),
    ...Array(3).fill(429),
  ]);
  expectLimited(await open(first, "open sesame"), 900);
  expect((await open(second, "open sesame")).status).toBe(302);
  expect((await ada.call("GET", `/api/files/${id}/content`)).status).toBe(302);
});

it("makes 20 accounts for one address in an hour, and no more (SECURITY 16)", async () => {
  const register = () =>
    send("POST", `${drive.url}/api/auth/register`, {
      email: `${randomBytes(8).toString("hex")}@example.com`,
      password: PASSWORD,
    });
  const answers = await times(21, register);
  expect(statuses(answers)).toContain(429);
  expectLimited(await register(), 3600);
});
