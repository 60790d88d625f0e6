import { beforeAll, expect, it } from "vitest";
import { manyTimes, settle } from "@/e2e/support/builders";
import { expectSoundTable, useOwnTable } from "@/e2e/support/own-table";
import { register } from "@/lib/auth/auth";
import { newId } from "@/lib/ids";

beforeAll(useOwnTable);

it("gives an e-mail address to one of many who want it at once (SECURITY 28)", { repeats: 49 }, async () => {
  const input = { email: `${newId().toLowerCase()}@example.com`, password: "correct horse battery" };
  const outcome = await settle(manyTimes(8, () => register(input, newId())));
  expect(outcome).toEqual({ won: 1, codes: Array(7).fill("email_taken") });
});

it("leaves nothing for fsck to find after these races (SECURITY 28)", expectSoundTable);
