import { expect, it, vi } from "vitest";
import { aUser } from "@/e2e/support/builders";
import { createShare } from "@/lib/sharing/sharing";
import { aFile, NOW, visitor } from "@/lib/sharing/test-support";
import { unlockShare } from "@/lib/sharing/visit";

// The configuration is read once a file, at its first use: this file holds the limits as they are by default.
vi.stubEnv("RATE_LIMIT_SCALE", "1");

it("stops guessing after ten failures of one address, and no other address", async () => {
  const ada = await aUser();
  const { id } = await createShare(ada, { entryId: (await aFile(ada, "plan.txt")).id, password: "sesame" }, NOW);
  const guesser = visitor({ "x-client-ip": "192.0.2.1" });
  const guesses = await Promise.allSettled(Array.from({ length: 11 }, () => unlockShare(id, "guess", guesser, NOW)));
  const codes = guesses.map((guess) => (guess.status === "rejected" ? guess.reason.code : "open"));
  expect(codes.filter((code) => code === "rate_limited")).toHaveLength(1);
  await expect(unlockShare(id, "sesame", guesser, NOW)).rejects.toMatchObject({ code: "rate_limited" });
  expect(await unlockShare(id, "sesame", visitor({ "x-client-ip": "192.0.2.2" }), NOW)).toHaveProperty("value");
});
