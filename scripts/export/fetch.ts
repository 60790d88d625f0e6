import { createReadStream } from "node:fs";
import { mkdir, open, rename, stat, utimes } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { GetObjectCommand } from "@aws-sdk/client-s3";
import { bucket, s3 } from "@/lib/aws/s3";
import type { EntryRow } from "@/lib/entries/row";
import { digestsOf, type Known, sameAs } from "./digests";

/** A file of the drive and where it comes to lie; `partial` is where its bytes arrive first, on the same file system. */
export type Wanted = { row: EntryRow; to: string; partial: string };

/** `proved`: its bytes are those of the recorded checksum; else size alone could be compared, for want of one. */
export type Fetched = { isProved: boolean; isFetched: boolean };

const TRIES = 4;

/**
 * Brings one file here, unless it is here already with the right content. It appears under its name only once it is whole and
 * verified. `onBytes` hears of each piece. @throws Error when what arrives is not what was recorded, or does not arrive.
 */
export async function fetchFile(wanted: Wanted, known: Known, onBytes: (count: number) => void): Promise<Fetched> {
  const isProved = known.sha256 !== null || known.md5 !== null || known.crc32 !== null;
  if (await isHere(wanted.to, known)) {
    onBytes(known.size);
    return { isProved, isFetched: false };
  }
  const digests = await digestsOf(known);
  await receive(wanted, known, (bytes) => {
    digests.update(bytes);
    onBytes(bytes.length);
  });
  const difference = sameAs(known, digests.end());
  if (difference) throw new Error(difference);
  await mkdir(dirname(wanted.to), { recursive: true });
  const modifiedAt = new Date(wanted.row.modifiedAt);
  await utimes(wanted.partial, modifiedAt, modifiedAt);
  await rename(wanted.partial, wanted.to);
  return { isProved, isFetched: true };
}

async function isHere(path: string, known: Known): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || found.size !== known.size) return false;
  const digests = await digestsOf(known);
  for await (const bytes of createReadStream(path)) digests.update(bytes);
  return sameAs(known, digests.end()) === null;
}

// Contents never change, so a stream that breaks goes on where it broke, for as long as something comes.
async function receive({ row, partial }: Wanted, { size }: Known, take: (bytes: Uint8Array) => void): Promise<void> {
  await mkdir(dirname(partial), { recursive: true });
  const file = await open(partial, "w");
  let [received, vain] = [0, 0];
  try {
    while (received < size) {
      const before = received;
      try {
        for await (const bytes of await openFrom(row.objectKey ?? "", received)) {
          await file.writeFile(bytes);
          take(bytes);
          received += bytes.length;
        }
      } catch (error) {
        vain = received === before ? vain + 1 : 0;
        if (isGone(error) || vain >= TRIES) throw error;
        continue;
      }
      if (received === before) throw new Error(`the store sent ${received} bytes of ${size}`);
    }
    await file.sync();
    const { size: written } = await file.stat();
    if (written !== size) throw new Error(`${written} bytes of ${size} were written`);
  } finally {
    await file.close();
  }
}

/** Whether the store says that there is no such object. */
export const isGone = (error: unknown): boolean => error instanceof Error && error.name === "NoSuchKey";

async function openFrom(Key: string, from: number): Promise<AsyncIterable<Uint8Array>> {
  const Range = from > 0 ? `bytes=${from}-` : undefined;
  const { Body } = await s3().send(new GetObjectCommand({ Bucket: bucket(), Key, Range }));
  if (!(Body instanceof Readable)) throw new Error("The object store sent no body");
  return Body;
}
