import { randomBytes } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Blobs } from "./blobs";
import { type Bucket, layOutBucket, loadBucket } from "./bucket";
import { storeError } from "./errors";
import { syncDirectory } from "./files";
import type { Lock } from "./locks";
import { isBucketName } from "./target";

export interface Store {
  directory: string;
  temporary: string;
  blobs: Blobs;
  buckets: Map<string, Bucket>;
  lock: Lock;
}

export type Report = (event: Record<string, unknown>) => void;

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
