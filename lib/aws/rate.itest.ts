import { expect, it, vi } from "vitest";
import { manyTimes, settle } from "@/e2e/support/builders";
import { newId } from "@/lib/ids";
import { countHit, forgiveHit } from "./rate";

// The configuration is read once a file, at its first use: this file holds the limits as they are by default.
vi.stubEnv("RATE_LIMIT_SCALE", "1");

const NOW = new Date("2026-01-31T08:00:00.000Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const limit = { name: "test", max: 3, seconds: 60 };

it("lets so many through and no more, however many come at once (SECURITY 16)", { repeats: 9 }, async () => {
  const subject = newId();
  const hits = manyTimes(20, () => countHit(limit, subject, NOW));
  expect(await settle(hits)).toEqual({ won: 3, codes: Array(17).fill("rate_limited") });
});

it("says when to come back, and forgets a window that is over though its row is still there (SECURITY 29)", async () => {
  const subject = newId();
  await settle(manyTimes(3, () => countHit(limit, subject, later(20))));
  const refused = countHit(limit, subject, later(20));
  await expect(refused).rejects.toMatchObject({ code: "rate_limited", details: { retryAfter: 40 } });
  await expect(countHit(limit, subject, later(59))).rejects.toMatchObject({ code: "rate_limited" });
  await expect(countHit(limit, subject, later(60))).resolves.toBeUndefined();
});

it("counts nothing that was taken back, and nobody else's (SECURITY 16)", async () => {
  const subject = newId();
  await settle(manyTimes(3, () => countHit(limit, subject, NOW)));
  await forgiveHit(limit, subject, NOW);
  await expect(countHit(limit, subject, NOW)).resolves.toBeUndefined();
  await expect(countHit(limit, newId(), NOW)).resolves.toBeUndefined();
});
