import { expect, it } from "vitest";
import { digestsOf, type Known, sameAs } from "./digests";

const bytes = new TextEncoder().encode("123456789");
const none: Known = { size: 9, sha256: null, md5: null, crc32: null };

async function verdict(known: Known): Promise<string | null> {
  const digests = await digestsOf(known);
  digests.update(bytes.subarray(0, 4));
  digests.update(bytes.subarray(4));
  return sameAs(known, digests.end());
}

it.each([
  [{ sha256: "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225" }],
  [{ md5: "25f9e794323b453885f5181f1b624d0b" }],
  [{ crc32: "cbf43926" }],
  [{}],
])("agrees with what is recorded: %j", async (recorded) => {
  expect(await verdict({ ...none, ...recorded })).toBeNull();
});

it.each([
  [{ sha256: "0".repeat(64) }, "its sha256 is 15e2"],
  [{ md5: "0".repeat(32) }, "its md5 is 25f9"],
  [{ crc32: "00000000" }, "its crc32 is cbf43926, 00000000 is recorded"],
  [{ size: 10 }, "9 bytes came, 10 are recorded"],
])("says what differs: %j", async (recorded, sentence) => {
  expect(await verdict({ ...none, ...recorded })).toContain(sentence);
});
