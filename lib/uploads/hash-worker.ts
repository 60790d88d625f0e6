import { createCRC32, createMD5, createSHA256, type IHasher } from "hash-wasm";
import type { Hashed } from "@/lib/uploads/client-plans";

/** What the page asks: `file` names the file that a part belongs to, `partNumber` 0 a part that counts for no sum of it. */
export type Question = { file: number; part: Blob; partNumber: number; saved?: Hashed } | { file: number; end: true };
export type Answer = { md5: string; hashed: Hashed | null } | { sha256: string; crc32: string };

type Asked = Question & { id: number };

type Sums = { sha256: IHasher; crc32: IHasher; parts: number };

// A part of the largest file is half a GiB: it is read in slices, so that the worker stays small.
const SLICE_BYTES = 8 * 1024 * 1024;

const files = new Map<number, Sums>();
const ended = new Map<number, { sha256: string; crc32: string }>();
let last: Promise<void> = Promise.resolve();

/** Hashes parts away from the page's main thread, one after another: the sums of a whole file need its parts in order. */
self.addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  last = last.then(async () => {
    try {
      self.postMessage({ id: data.id, ...("end" in data ? await endFile(data.file) : await hashPart(data)) });
    } catch (error) {
      self.postMessage({ id: data.id, error: String(error) });
    }
  });
});

type Part = Extract<Question, { part: Blob }>;

async function hashPart({ file, part, partNumber, saved }: Part): Promise<Answer> {
  const sums = files.get(file) ?? (await beginFile(file, saved));
  const isNext = partNumber === sums.parts + 1;
  const md5 = await createMD5();
  for (let from = 0; from < part.size; from += SLICE_BYTES) {
    const bytes = new Uint8Array(await part.slice(from, from + SLICE_BYTES).arrayBuffer());
    md5.update(bytes);
    if (!isNext) continue;
    sums.sha256.update(bytes);
    sums.crc32.update(bytes);
  }
  const digest = btoa(String.fromCharCode(...md5.digest("binary")));
  if (!isNext) return { md5: digest, hashed: null };
  sums.parts = partNumber;
  const hashed = { parts: partNumber, sha256: sums.sha256.save(), crc32: sums.crc32.save() };
  return { md5: digest, hashed };
}

async function beginFile(file: number, saved?: Hashed): Promise<Sums> {
  const sums = { sha256: await createSHA256(), crc32: await createCRC32(), parts: saved?.parts ?? 0 };
  if (saved) {
    sums.sha256.load(saved.sha256);
    sums.crc32.load(saved.crc32);
  }
  files.set(file, sums);
  return sums;
}

// A file can be ended more than once: complete is asked again after parts got lost.
async function endFile(file: number): Promise<Answer> {
  const sums = files.get(file);
  if (sums) ended.set(file, { sha256: sums.sha256.digest(), crc32: sums.crc32.digest() });
  files.delete(file);
  return ended.get(file) ?? { sha256: "", crc32: "" };
}
