import { randomBytes } from "node:crypto";
import { link, mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readBlob } from "./blob-reader";
import { type BlobWriter, createBlob } from "./blob-writer";
import { syncDirectory } from "./files";
import type { Part } from "./records";

export interface Blobs {
  create(): Promise<BlobWriter & { blob: string }>;
  /** The plain bytes from `start` to before `end` of parts laid end to end. */
  read(parts: readonly Part[], start: number, end: number): AsyncGenerator<Buffer[]>;
  /** A second name for the same bytes; each name is removed on its own. */
  duplicate(blob: string): Promise<string>;
  /** Keeps files readable until the given function is called, even if their object is replaced meanwhile. */
  pin(blobs: readonly string[]): () => void;
  remove(blobs: readonly string[]): Promise<void>;
}

/** The encrypted files under one directory, spread over 256 directories. */
export async function openBlobs(directory: string, master: Buffer): Promise<Blobs> {
  for (let at = 0; at < 256; at += 1) {
    await mkdir(join(directory, at.toString(16).padStart(2, "0")), { recursive: true });
  }
  await syncDirectory(directory);
  const pathOf = (blob: string) => join(directory, blob.slice(0, 2), blob);
  const pins = createPins((blob) => rm(pathOf(blob), { force: true }));

  return {
    async create() {
      const blob = newName();
      return { ...(await createBlob(pathOf(blob), master)), blob };
    },
    async *read(parts, start, end) {
      let offset = 0;
      for (const { blob, size } of parts) {
        const slice = { size, start: Math.max(0, start - offset), end: Math.min(size, end - offset) };
        if (slice.start < slice.end) yield* readBlob(pathOf(blob), master, slice);
        offset += size;
      }
    },
    async duplicate(blob) {
      const copy = newName();
      await link(pathOf(blob), pathOf(copy));
      await syncDirectory(dirname(pathOf(copy)));
      return copy;
    },
    pin: pins.pin,
    remove: pins.remove,
  };
}

const newName = (): string => randomBytes(16).toString("hex");

function createPins(unlink: (blob: string) => Promise<void>): Pick<Blobs, "pin" | "remove"> {
  const counts = new Map<string, number>();
  const doomed = new Set<string>();
  const release = (blob: string) => {
    const left = (counts.get(blob) ?? 1) - 1;
    if (left > 0) counts.set(blob, left);
    else counts.delete(blob);
    // A failure leaves waste alone, which the next start sweeps.
    if (left <= 0 && doomed.delete(blob)) void unlink(blob).catch(() => undefined);
  };
  return {
    pin(blobs) {
      for (const blob of blobs) counts.set(blob, (counts.get(blob) ?? 0) + 1);
      return () => blobs.forEach(release);
    },
    async remove(blobs) {
      for (const blob of blobs) {
        if (counts.has(blob)) doomed.add(blob);
        else await unlink(blob);
      }
    },
  };
}
