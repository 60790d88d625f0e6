const MIB = 1024 * 1024;

/** Up to this size a file is one PUT (API.md, Upload). */
export const SINGLE_MAX_BYTES = 16 * MIB;
const MIN_PART_BYTES = 8 * MIB;
const MAX_PARTS = 10_000;

export type Plan = { method: "single" | "multipart"; partSize: number; partCount: number };

/** How a file of so many bytes is cut: parts of 8 MiB or more, so that there are at most 10,000 (DESIGN 4). */
export function planUpload(size: number): Plan {
  if (size <= SINGLE_MAX_BYTES) return { method: "single", partSize: size, partCount: 1 };
  const needed = Math.ceil(size / MAX_PARTS / MIB) * MIB;
  const partSize = Math.max(MIN_PART_BYTES, needed);
  return { method: "multipart", partSize, partCount: Math.ceil(size / partSize) };
}

/** The exact length of one part; the last is what is left. */
export function partLength(size: number, plan: Plan, partNumber: number): number {
  return partNumber < plan.partCount ? plan.partSize : size - plan.partSize * (plan.partCount - 1);
}
