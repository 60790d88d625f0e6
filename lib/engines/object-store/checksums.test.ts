import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combineCrcs } from "./checksum-combine";
import { checksumOf, isChecksumValue } from "./checksums";

const digits = Buffer.from("123456789");

describe("a checksum", () => {
  it.each([
    ["crc32", "cbf43926"],
    ["crc32c", "e3069283"],
    ["crc64nvme", "ae8b14860a799888"],
  ] as const)("of %s has the value that its authors give", async (algorithm, hex) => {
    expect(Buffer.from(await checksumOf(algorithm, digits), "base64").toString("hex")).toBe(hex);
  });

  it.each(["crc32", "crc32c", "crc64nvme"] as const)("of %s follows from those of the parts", async (algorithm) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array(), { minLength: 1, maxLength: 5 }), async (arrays) => {
        const parts = arrays.map((array) => Buffer.from(array));
        const sums = await Promise.all(
          parts.map(async (part) => ({ value: await checksumOf(algorithm, part), size: part.length })),
        );
        expect(combineCrcs(algorithm, sums)).toBe(await checksumOf(algorithm, Buffer.concat(parts)));
      }),
    );
  });

  it("is base64 of the right length, and nothing else", () => {
    const judged = ["DUoRhQ==", "DUoRhQ", "AAAAAAA=", "", "****"].map((value) => isChecksumValue("crc32", value));
    expect(judged).toEqual([true, false, false, false, false]);
  });
});
