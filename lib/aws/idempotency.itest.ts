import { expect, it } from "vitest";
import { manyTimes } from "@/e2e/support/builders";
import { newId } from "@/lib/ids";
import { claimIdempotency, keepAnswer, releaseClaim } from "./idempotency";
import { keys } from "./keys";

const NOW = new Date("2026-01-31T08:00:00.000Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const DAY = 24 * 60 * 60;
const answer = { status: 201, body: "{}", headers: {} };

/** A key of the test's own, and the calls on it. */
function aKey() {
  const scope = newId();
  const key = keys.idempotency(scope, "hash");
  return {
    claim: (now = NOW, body = "body") => claimIdempotency(scope, "hash", body, now),
    keep: (now = NOW) => keepAnswer({ key, claimId: "claim", fingerprint: "body" }, answer, now),
    release: () => releaseClaim(key),
  };
}

it("gives a key to one of many who ask at once (SECURITY 28)", { repeats: 49 }, async () => {
  const { claim } = aKey();
  const claims = await Promise.all(manyTimes(8, () => claim()));
  expect(claims.map(({ kind }) => kind).toSorted()).toEqual(["mine", ...Array(7).fill("running")]);
});

it("gives the kept answer again for 24 hours and no longer, though its row is still there (SECURITY 29)", async () => {
  const { claim, keep } = aKey();
  await claim();
  await keep();
  expect(await claim(later(DAY - 1))).toEqual({ kind: "done", answer });
  expect(await claim(later(DAY))).toMatchObject({ kind: "mine" });
});

it("refuses another body under the same key, until the key has expired (SECURITY 29)", async () => {
  const { claim, keep } = aKey();
  await claim();
  await keep();
  expect(await claim(later(DAY - 1), "another body")).toEqual({ kind: "other" });
  expect(await claim(later(DAY), "another body")).toMatchObject({ kind: "mine" });
});

it("takes over from a claimant that died, after a minute, under the same claim (SECURITY 29)", async () => {
  const { claim } = aKey();
  const first = await claim();
  expect(first).toMatchObject({ kind: "mine", claimId: expect.any(String) });
  expect(await claim(later(59))).toEqual({ kind: "running" });
  expect(await claim(later(60))).toEqual(first);
});

it("is taken over by one of many who ask at once (SECURITY 28)", { repeats: 49 }, async () => {
  const { claim } = aKey();
  await claim();
  const claims = await Promise.all(manyTimes(8, () => claim(later(60))));
  expect(claims.map(({ kind }) => kind).toSorted()).toEqual(["mine", ...Array(7).fill("running")]);
});

it("is free again once it was let go of", async () => {
  const { claim, release } = aKey();
  await claim();
  await release();
  expect(await claim()).toMatchObject({ kind: "mine" });
});
