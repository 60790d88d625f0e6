import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Blobs, openBlobs } from "./blobs";
import { type Bucket, type LoadedBucket, layOutBucket, loadBucket } from "./bucket";
import { loadMasterKey } from "./encryption";
import { storeError } from "./errors";
import { syncDirectory } from "./files";
import { createLock, type Lock } from "./locks";
import { isBucketName } from "./target";

export interface Store {
  directory: string;
  temporary: string;
  blobs: Blobs;
  buckets: Map<string, Bucket>;
  lock: Lock;
}

export type Report = (event: Record<string, unknown>) => void;

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

/** @throws NoSuchBucket */
export function requireBucket(store: Store, name: string): Bucket {
  const bucket = store.buckets.get(name);
  if (!bucket) throw storeError("NoSuchBucket");
  return bucket;
}

/** Makes a bucket by one rename. @throws when the name is taken or not usable. */
export function createBucket(store: Store, name: string, createdAt: number): Promise<void> {
  if (!isBucketName(name)) throw storeError("InvalidBucketName");
  return store.lock(`bucket ${name}`, async () => {
    if (store.buckets.has(name)) throw storeError("BucketAlreadyOwnedByYou");
    const draft = join(store.temporary, `bucket-${randomBytes(8).toString("hex")}`);
    const directory = join(store.directory, "buckets", name);
    await layOutBucket(draft, { createdAt }, store.temporary);
    await rename(draft, directory);
    await syncDirectory(join(store.directory, "buckets"));
    store.buckets.set(name, loadBucket(directory, name).bucket);
  });
}

/** Removes a bucket by one rename. @throws BucketNotEmpty */
export function deleteBucket(store: Store, name: string): Promise<void> {
  return store.lock(`bucket ${name}`, async () => {
    const bucket = requireBucket(store, name);
    if (bucket.keys.size > 0 || bucket.changes > 0) throw storeError("BucketNotEmpty");
    store.buckets.delete(name);
    const away = join(store.temporary, `bucket-${randomBytes(8).toString("hex")}`);
    await rename(bucket.directory, away);
    await syncDirectory(join(store.directory, "buckets"));
    await rm(away, { recursive: true, force: true });
    const parts = [...bucket.uploads.values()].flatMap((upload) => [...upload.parts.values()]);
    await store.blobs.remove(parts.map((part) => part.blob));
  });
}
