import { type Bucket, summarise } from "./bucket";
import { storeError } from "./errors";
import { findFile, removeFile, replaceFile } from "./files";
import { blobsOf, currentOf, type KeyRecord, parseRecord, recordPath, type Version } from "./records";
import type { Store } from "./store";

export interface Place {
  store: Store;
  bucket: Bucket;
  key: string;
}

export interface Change<T> {
  /** Left out when nothing is to change. */
  record?: KeyRecord;
  result: T;
}

/**
 * Reads the record of a key, lets `decide` make a new one of it, and puts that on the disk: one at a time for each key,
 * so that what `decide` looks at is still true when its answer takes effect.
 */
export async function changeRecord<T>(place: Place, decide: (record: KeyRecord) => Promise<Change<T>>): Promise<T> {
  const { bucket, store } = place;
  bucket.changes += 1;
  try {
    return await store.lock(lockName(place), async () => {
      if (store.buckets.get(bucket.name) !== bucket) throw storeError("NoSuchBucket");
      const old = await readRecord(place);
      const { record, result } = await decide(old);
      if (record) await commit(place, old, record);
      return result;
    });
  } finally {
    bucket.changes -= 1;
  }
}

const lockName = ({ bucket, key }: Place): string => `key ${bucket.name}/${key}`;

async function readRecord({ bucket, key }: Place): Promise<KeyRecord> {
  if (!bucket.keys.get(key)) return { key, versions: [] };
  const text = await findFile(recordPath(bucket.directory, key));
  return text === null ? { key, versions: [] } : parseRecord(text);
}

async function commit({ bucket, key, store }: Place, old: KeyRecord, record: KeyRecord): Promise<void> {
  const path = recordPath(bucket.directory, key);
  const summary = summarise(record);
  if (summary) {
    await replaceFile(path, JSON.stringify(record), store.temporary);
    bucket.keys.set(key, summary);
  } else if (old.versions.length > 0) {
    await removeFile(path);
    bucket.keys.delete(key);
  }
  const kept = new Set(blobsOf(record));
  await store.blobs.remove(blobsOf(old).filter((blob) => !kept.has(blob)));
}

export interface Opened {
  version: Version;
  /** To be called when the bytes are no longer needed. */
  release(): void;
}

/**
 * Finds a version to read, and holds on to its bytes.
 * @throws NoSuchKey, NoSuchVersion, or MethodNotAllowed for a delete marker asked for by its id.
 */
export function openVersion(place: Place, versionId: string | undefined): Promise<Opened> {
  return place.store.lock(lockName(place), async () => {
    const version = choose(await readRecord(place), versionId);
    return { version, release: place.store.blobs.pin(version.parts.map((part) => part.blob)) };
  });
}

function choose(record: KeyRecord, versionId: string | undefined): Version {
  const marker = { "x-amz-delete-marker": "true" };
  if (versionId !== undefined) {
    const version = record.versions.find((each) => each.versionId === versionId);
    if (!version) throw storeError("NoSuchVersion");
    if (version.isMarker) throw storeError("MethodNotAllowed", undefined, marker);
    return version;
  }
  const current = currentOf(record);
  if (!current) throw storeError("NoSuchKey", undefined, record.versions.length > 0 ? marker : {});
  return current;
}

/** The record of a key as it is now, for listings. */
export const peekRecord = (place: Place): Promise<KeyRecord> => readRecord(place);
