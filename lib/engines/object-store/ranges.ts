import { storeError } from "./errors";

/** The first byte and the one after the last. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Reads a Range header. One that is not understood, or asks for several, is passed over, as RFC 9110 and S3 do.
 * @throws InvalidRange when no byte of it exists.
 */
export function parseRange(header: string | undefined, size: number): ByteRange | undefined {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return undefined;
  if (first === "") {
    const length = Math.min(Number(last), size);
    if (length === 0) throw unsatisfiable(size);
    return { start: size - length, end: size };
  }
  if (last !== "" && Number(last) < Number(first)) return undefined;
  if (Number(first) >= size) throw unsatisfiable(size);
  return { start: Number(first), end: last === "" ? size : Math.min(Number(last) + 1, size) };
}

const unsatisfiable = (size: number) => storeError("InvalidRange", undefined, { "content-range": `bytes */${size}` });
