import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, expect, it, type MockInstance, vi } from "vitest";
import { manyTimes, settle } from "@/e2e/support/builders";
import { env } from "@/lib/env";
import { problemResponse, toAppError } from "@/lib/http/problem";
import { newId } from "@/lib/ids";
import { logIn, register } from "./auth";
import { runHash } from "./hash-pool";
import { hashPassword, verifyPassword } from "./password";
import { findCredential } from "./repo";

const password = "correct horse battery";
const anEmail = () => `${newId().toLowerCase()}@example.com`;
const refused = { code: "validation_failed" };
const ofConfiguredCost = () => new RegExp(`^\\$2[aby]\\$0?${env().BCRYPT_COST}\\$.{53}$`);

// What the app hands its workers; they do it all the same.
let tasks: MockInstance<Worker["postMessage"]>;
beforeEach(() => {
  tasks = vi.spyOn(Worker.prototype, "postMessage");
});
afterEach(() => tasks.mockRestore());

it("keeps bcrypt's hash beside its scheme, and nothing of the password (SECURITY 1)", async () => {
  const { id } = await register({ email: anEmail(), password }, newId());
  const stored = await findCredential(id);
  expect(stored).toEqual({ scheme: "bcrypt-sha384", hash: expect.stringMatching(ofConfiguredCost()) });
});

it("tells passwords apart that differ after their 72nd byte (SECURITY 1)", async () => {
  const long = "long enough ".repeat(8);
  const stored = await hashPassword(`${long}a`);
  expect(await verifyPassword(`${long}a`, stored)).toBe(true);
  expect(await verifyPassword(`${long}b`, stored)).toBe(false);
});

it("takes a password however its characters are composed (SECURITY 1)", async () => {
  const stored = await hashPassword("Ångström ﬁne");
  expect(await verifyPassword("A\u030angstro\u0308m fine", stored)).toBe(true);
});

it.each([
  ["of 9 characters", "sh0rt-one"],
  ["of 257 characters", "x".repeat(257)],
  ["that is well known", "1234567890"],
  ["that is well known, in capitals", "QWERTYUIOP"],
  ["that is the e-mail address", "ada.lovelace@example.com"],
  ["that is the e-mail's first half", "ADA.LOVELACE"],
  ["that is the name", "Countess of Lovelace"],
])("refuses a password %s (SECURITY 1)", async (_, weak) => {
  const account = { email: "ada.lovelace@example.com", name: "Countess of Lovelace" };
  await expect(register({ ...account, password: weak }, newId())).rejects.toMatchObject(refused);
});

it.each([
  ["10 characters of any kind", "          "],
  ["256 characters", `${"x".repeat(255)}é`],
])("takes a password of %s (SECURITY 1)", async (_, fair) => {
  const email = anEmail();
  await register({ email, password: fair }, newId());
  expect(await logIn({ email, password: fair }, newId())).toMatchObject({ user: { email } });
});

it("answers an unknown e-mail as it answers a wrong password, word by word (SECURITY 2)", async () => {
  const email = anEmail();
  await register({ email, password }, newId());
  const wrong = await logIn({ email, password: "another password" }, newId()).catch((error) => error);
  const unknown = await logIn({ email: anEmail(), password }, newId()).catch((error) => error);
  expect(wrong).toMatchObject({ code: "invalid_credentials" });
  expect(unknown).toEqual(wrong);
});

it("compares with a real hash of the same cost for an e-mail that nobody has (SECURITY 2)", async () => {
  await verifyPassword(password, null);
  tasks.mockClear();
  await expect(logIn({ email: anEmail(), password }, newId())).rejects.toThrow();
  const hash = expect.stringMatching(ofConfiguredCost());
  expect(tasks.mock.calls).toEqual([[{ kind: "compare", text: expect.any(String), hash }]]);
});

it("hashes in two workers, lets 50 wait, and tells the others to come back (SECURITY 3)", async () => {
  const work = manyTimes(60, (index) => runHash({ kind: "hash", text: `${index}`, cost: 4 }));
  const outcome = await settle(work);
  expect(outcome).toEqual({ won: 52, codes: Array(8).fill("unavailable") });
  expect(new Set(tasks.mock.contexts).size).toBe(2);
  const refused = problemResponse(toAppError(await work.at(-1)?.catch((error) => error), "test"), "test");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
});
