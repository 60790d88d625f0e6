import { readdirSync, readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { CorsRule } from "./cors";
import { replaceFile, syncDirectory } from "./files";
import { createKeyIndex, type KeyIndex, type Summary } from "./key-index";
import type { LifecycleRule } from "./lifecycle-rules";
import { blobsOf, type KeyRecord, parseRecord, type Versioning } from "./records";
import { loadUploads, type Upload } from "./uploads";

export interface BucketConfig {
  createdAt: number;
  versioning?: Versioning;
  cors?: CorsRule[] | undefined;
  lifecycle?: LifecycleRule[] | undefined;
  publicAccessBlock?: Record<string, boolean> | undefined;
}

export interface Bucket {
  name: string;
  directory: string;
  config: BucketConfig;
  keys: KeyIndex;
  uploads: Map<string, Upload>;
  /** Changes on their way to the disk: a bucket that has any is not empty. */
  changes: number;
}

/** Makes an empty bucket on the disk. The caller's rename of its directory is what makes it exist. */
export async function layOutBucket(directory: string, config: BucketConfig, temporary: string): Promise<void> {
  for (let at = 0; at < 256; at += 1) {
    await mkdir(join(directory, "objects", at.toString(16).padStart(2, "0")), { recursive: true });
  }
  await mkdir(join(directory, "uploads"));
  await syncDirectory(join(directory, "objects"));
  await replaceFile(join(directory, "config.json"), JSON.stringify(config), temporary);
}

/** Changes a bucket's settings on the disk, then in memory. */
export async function configureBucket(bucket: Bucket, change: Partial<BucketConfig>, temporary: string): Promise<void> {
  const config = { ...bucket.config, ...change };
  await replaceFile(join(bucket.directory, "config.json"), JSON.stringify(config), temporary);
  bucket.config = config;
}

export interface LoadedBucket {
  bucket: Bucket;
  /** Every file that something in the bucket names. */
  blobs: Set<string>;
  /** Records that could not be read: while there are any, no file is taken for waste. */
  damaged: string[];
}

/** Reads a bucket as it is on the disk. */
export function loadBucket(directory: string, name: string): LoadedBucket {
  const config: BucketConfig = JSON.parse(readFileSync(join(directory, "config.json"), "utf8"));
  const bucket = { name, directory, config, keys: createKeyIndex(), uploads: new Map<string, Upload>(), changes: 0 };
  const blobs = new Set<string>();
  const damaged: string[] = [];
  const finished = new Set<string>();
  bucket.keys.load(
    readRecords(directory, damaged, (record) => {
      for (const blob of blobsOf(record)) blobs.add(blob);
      for (const { uploadId } of record.versions) if (uploadId) finished.add(uploadId);
    }),
  );
  for (const upload of loadUploads(directory, damaged)) {
    if (finished.has(upload.uploadId)) continue;
    bucket.uploads.set(upload.uploadId, upload);
    for (const part of upload.parts.values()) blobs.add(part.blob);
  }
  return { bucket, blobs, damaged };
}

function* readRecords(
  directory: string,
  damaged: string[],
  visit: (record: KeyRecord) => void,
): Generator<readonly [string, Summary]> {
  const objects = join(directory, "objects");
  for (const shelf of readdirSync(objects)) {
    for (const file of readdirSync(join(objects, shelf))) {
      const path = join(objects, shelf, file);
      try {
        const record = parseRecord(readFileSync(path, "utf8"));
        visit(record);
        const summary = summarise(record);
        if (summary) yield [record.key, summary];
      } catch {
        damaged.push(path);
      }
    }
  }
}

/** What a listing tells of a record; nothing when no version is left. */
export function summarise(record: KeyRecord): Summary | undefined {
  const [latest] = record.versions;
  if (!latest) return undefined;
  const { size, etag, lastModified, isMarker, checksum } = latest;
  return { size, etag, lastModified, isVisible: !isMarker, checksum: checksum?.algorithm.toUpperCase() };
}
