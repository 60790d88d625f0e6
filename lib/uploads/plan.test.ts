import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partLength, planUpload, SINGLE_MAX_BYTES } from "./plan";

const MIB = 1024 ** 2;
const TIB = 1024 ** 4;

describe("upload plans", () => {
  it("sends up to 16 MiB in one PUT, an empty file too", () => {
    expect(planUpload(0)).toEqual({ method: "single", partSize: 0, partCount: 1 });
    expect(planUpload(SINGLE_MAX_BYTES).method).toBe("single");
    expect(planUpload(SINGLE_MAX_BYTES + 1)).toEqual({ method: "multipart", partSize: 8 * MIB, partCount: 3 });
  });

  it("cuts the largest file into at most 10,000 parts of whole MiB", () => {
    const plan = planUpload(5 * TIB);
    expect(plan.partCount).toBeLessThanOrEqual(10_000);
    expect(plan.partSize % MIB).toBe(0);
  });

  it("gives parts that add up to the file", () => {
    fc.assert(
      fc.property(fc.integer({ min: SINGLE_MAX_BYTES + 1, max: 5 * TIB }), (size) => {
        const plan = planUpload(size);
        const last = partLength(size, plan, plan.partCount);
        return last > 0 && last <= plan.partSize && (plan.partCount - 1) * plan.partSize + last === size;
      }),
    );
  });
});
