import { type FileHandle, open } from "node:fs/promises";
import { blobKey, SALT_BYTES, SEGMENT_BYTES, TAG_BYTES, unseal } from "./encryption";
import { countPassed } from "./memory";

export interface Slice {
  /** Plain bytes in the whole blob. */
  size: number;
  /** First and one past the last plain byte wanted. */
  start: number;
  end: number;
}

const SEALED_BYTES = SEGMENT_BYTES + TAG_BYTES;

/**
 * The plain bytes of a part of a blob, a segment at a time, each in a few pieces.
 * The next segment is read while the last one is on its way out; two buffers take turns, so that memory stays flat.
 */
export async function* readBlob(path: string, master: Buffer, slice: Slice): AsyncGenerator<Buffer[]> {
  const handle = await open(path, "r");
  let next: Promise<Buffer> | undefined;
  try {
    const key = blobKey(master, await readExactly(handle, 0, Buffer.allocUnsafe(SALT_BYTES)));
    const first = Math.floor(slice.start / SEGMENT_BYTES);
    const last = Math.floor((slice.end - 1) / SEGMENT_BYTES);
    const buffers = [newBuffer(slice.size), newBuffer(first < last ? slice.size : 0)] as const;
    const read = (segment: number) => {
      const plain = Math.min(SEGMENT_BYTES, slice.size - segment * SEGMENT_BYTES);
      const buffer = buffers[(segment - first) % 2 === 0 ? 0 : 1].subarray(0, plain + TAG_BYTES);
      const reading = readExactly(handle, SALT_BYTES + segment * SEALED_BYTES, buffer);
      // Whoever takes the bytes may be gone before they are here: a failure then is nobody's.
      reading.catch(() => undefined);
      return reading;
    };
    next = read(first);
    for (let segment = first; segment <= last; segment += 1) {
      const sealed = await next;
      if (segment < last) next = read(segment + 1);
      countPassed(sealed.length);
      yield clip(unseal(key, segment, sealed), segment * SEGMENT_BYTES, slice);
    }
  } finally {
    await next?.catch(() => undefined);
    await handle.close();
  }
}

const newBuffer = (size: number): Buffer => Buffer.allocUnsafeSlow(Math.min(SEGMENT_BYTES, size) + TAG_BYTES);

async function readExactly(handle: FileHandle, position: number, buffer: Buffer): Promise<Buffer> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, position + filled);
    if (bytesRead === 0) throw new Error("a blob on the disk is shorter than its record says");
    filled += bytesRead;
  }
  return buffer;
}

function clip(pieces: Buffer[], offset: number, slice: Slice): Buffer[] {
  let at = offset;
  return pieces.flatMap((piece) => {
    const from = Math.max(0, slice.start - at);
    const to = Math.min(piece.length, slice.end - at);
    at += piece.length;
    return from < to ? [piece.subarray(from, to)] : [];
  });
}
