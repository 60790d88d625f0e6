import type { ChecksumAlgorithm } from "./checksums";
import { storeError } from "./errors";

interface Field {
  bits: number;
  /** The polynomial, bits reversed, as all three CRCs are computed. */
  polynomial: bigint;
}

const FIELDS: Partial<Record<ChecksumAlgorithm, Field>> = {
  crc32: { bits: 32, polynomial: 0xedb88320n },
  crc32c: { bits: 32, polynomial: 0x82f63b78n },
  crc64nvme: { bits: 64, polynomial: 0x9a6c9329ac4bc9b5n },
};

/** Reads `x-amz-checksum-type`: only a CRC of a whole can be had from those of its parts. @throws InvalidRequest */
export function checksumTypeOf(
  header: string | string[] | undefined,
  algorithm: ChecksumAlgorithm | undefined,
): "FULL_OBJECT" | "COMPOSITE" | undefined {
  if (!algorithm) return undefined;
  const type = header ?? (algorithm === "crc64nvme" ? "FULL_OBJECT" : "COMPOSITE");
  if (type === "FULL_OBJECT" && FIELDS[algorithm]) return type;
  if (type === "COMPOSITE" && algorithm !== "crc64nvme") return type;
  throw storeError("InvalidRequest", `The ${type} checksum type cannot be used with ${algorithm}.`);
}

/**
 * The CRC of parts laid end to end, without a look at their bytes: adding n bytes after a part
 * multiplies its CRC by x^8n, modulo the polynomial.
 */
export function combineCrcs(algorithm: ChecksumAlgorithm, parts: { value: string; size: number }[]): string {
  const field = FIELDS[algorithm];
  if (!field) throw new Error(`${algorithm} cannot be combined`);
  const total = parts.reduce((sum, { value, size }) => {
    const crc = BigInt(`0x${Buffer.from(value, "base64").toString("hex")}`);
    return multiply(power(BigInt(size) * 8n, field), sum, field) ^ crc;
  }, 0n);
  return Buffer.from(total.toString(16).padStart(field.bits / 4, "0"), "hex").toString("base64");
}

function multiply(left: bigint, right: bigint, { bits, polynomial }: Field): bigint {
  let product = 0n;
  let shifted = right;
  for (let mask = 1n << BigInt(bits - 1); mask > 0n; mask >>= 1n) {
    if (left & mask) product ^= shifted;
    shifted = shifted & 1n ? (shifted >> 1n) ^ polynomial : shifted >> 1n;
  }
  return product;
}

function power(exponent: bigint, field: Field): bigint {
  let result = 1n << BigInt(field.bits - 1);
  let square = 1n << BigInt(field.bits - 2);
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = multiply(square, result, field);
    square = multiply(square, square, field);
  }
  return result;
}
