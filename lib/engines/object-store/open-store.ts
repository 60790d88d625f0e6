import { mkdirSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { openBlobs } from "./blobs";
import { type LoadedBucket, loadBucket } from "./bucket";
import { loadMasterKey } from "./encryption";
import { createLock } from "./locks";
import type { Report, Store } from "./store";

/** Opens a data directory, and clears away what a crash left in it. The caller holds its claim. */
export async function openStore(directory: string, report: Report): Promise<Store> {
  const temporary = join(directory, "tmp");
  await rm(temporary, { recursive: true, force: true });
  for (const name of ["tmp", "blobs", "buckets"]) mkdirSync(join(directory, name), { recursive: true });
  const names = readdirSync(join(directory, "buckets"));
  if (names.length > 0 && !readdirSync(directory).includes("master.key")) {
    throw new Error(`${directory} holds buckets, but the key that encrypts them (master.key) is gone`);
  }
  const blobs = await openBlobs(join(directory, "blobs"), await loadMasterKey(directory));
  const loaded = names.map((name) => loadBucket(join(directory, "buckets", name), name));
  const damaged = loaded.flatMap((each) => each.damaged);
  if (damaged.length > 0) report({ event: "damaged", files: damaged });
  else await sweep(directory, loaded);
  const buckets = new Map(loaded.map(({ bucket }) => [bucket.name, bucket]));
  return { directory, temporary, blobs, buckets, lock: createLock() };
}

// Left by a crash: files that nothing names, and uploads that were never opened or are an object by now.
async function sweep(directory: string, loaded: LoadedBucket[]): Promise<void> {
  for (const { bucket } of loaded) {
    const uploads = join(bucket.directory, "uploads");
    const waste = readdirSync(uploads).filter((name) => !bucket.uploads.has(name));
    for (const name of waste) await rm(join(uploads, name), { recursive: true, force: true });
  }
  const blobs = join(directory, "blobs");
  for (const shelf of readdirSync(blobs)) {
    const waste = readdirSync(join(blobs, shelf)).filter((name) => !loaded.some((each) => each.blobs.has(name)));
    for (const name of waste) await rm(join(blobs, shelf, name), { force: true });
  }
}
