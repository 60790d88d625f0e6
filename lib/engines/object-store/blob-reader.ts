import { type FileHandle, open } from "node:fs/promises";
import { blobKey, SALT_BYTES, SEGMENT_BYTES, TAG_BYTES, unseal } from "./encryption";

export interface Slice {
  /** Plain bytes in the whole blob. */
  size: number;
  /** First and one past the last plain byte wanted. */
  start: number;
  end: number;
}

const SEALED_BYTES = SEGMENT_BYTES + TAG_BYTES;

/** The plain bytes of a part of a blob; the next segment is read while the last one is on its way out. */
export async function* readBlob(path: string, master: Buffer, slice: Slice): AsyncGenerator<Buffer> {
  if (slice.start >= slice.end) return;
  const handle = await open(path, "r");
  try {
    const salt = await readExactly(handle, 0, SALT_BYTES);
    const key = blobKey(master, salt);
    const last = Math.floor((slice.end - 1) / SEGMENT_BYTES);
    let next = readSegment(handle, Math.floor(slice.start / SEGMENT_BYTES), slice.size);
    for (let segment = Math.floor(slice.start / SEGMENT_BYTES); segment <= last; segment += 1) {
      const sealed = await next;
      if (segment < last) {
        next = readSegment(handle, segment + 1, slice.size);
        next.catch(() => undefined);
      }
      yield* clip(unseal(key, segment, sealed), segment * SEGMENT_BYTES, slice);
    }
    await next.catch(() => undefined);
  } finally {
    await handle.close();
  }
}

function readSegment(handle: FileHandle, segment: number, size: number): Promise<Buffer> {
  const plain = Math.min(SEGMENT_BYTES, size - segment * SEGMENT_BYTES);
  return readExactly(handle, SALT_BYTES + segment * SEALED_BYTES, plain + TAG_BYTES);
}

async function readExactly(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) throw new Error("a blob on the disk is shorter than its record says");
    filled += bytesRead;
  }
  return buffer;
}

function* clip(pieces: Buffer[], offset: number, slice: Slice): Generator<Buffer> {
  let at = offset;
  for (const piece of pieces) {
    const from = Math.max(0, slice.start - at);
    const to = Math.min(piece.length, slice.end - at);
    at += piece.length;
    if (from < to) yield piece.subarray(from, to);
  }
}
