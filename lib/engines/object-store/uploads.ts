import { readdirSync, readFileSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { ChecksumAlgorithm } from "./checksums";
import { replaceFile, syncDirectory } from "./files";
import type { ObjectHeaders, Part } from "./records";

export interface UploadedPart extends Part {
  lastModified: number;
}

/** What was said when a multipart upload was opened. */
export interface UploadHead extends ObjectHeaders {
  uploadId: string;
  key: string;
  initiated: number;
  algorithm?: ChecksumAlgorithm | undefined;
  checksumType?: "FULL_OBJECT" | "COMPOSITE" | undefined;
}

export interface Upload extends UploadHead {
  parts: Map<number, UploadedPart>;
}

const uploadDirectory = (bucketDirectory: string, uploadId: string) => join(bucketDirectory, "uploads", uploadId);

/** Puts a new upload on the disk. */
export async function saveUpload(bucketDirectory: string, head: UploadHead, temporary: string): Promise<void> {
  const directory = uploadDirectory(bucketDirectory, head.uploadId);
  await mkdir(directory);
  await replaceFile(join(directory, "upload.json"), JSON.stringify(head), temporary);
  await syncDirectory(join(bucketDirectory, "uploads"));
}

/** Puts a part on the disk, in place of an earlier one of its number. */
export async function savePart(path: { directory: string; uploadId: string }, part: UploadedPart, temporary: string) {
  const directory = uploadDirectory(path.directory, path.uploadId);
  await replaceFile(join(directory, `part-${part.number}.json`), JSON.stringify(part), temporary);
}

/** Takes an upload off the disk by one rename, so that a crash cannot leave half of it. */
export async function dropUpload(bucketDirectory: string, uploadId: string, temporary: string): Promise<void> {
  const away = join(temporary, `upload-${uploadId}`);
  await rename(uploadDirectory(bucketDirectory, uploadId), away);
  await syncDirectory(join(bucketDirectory, "uploads"));
  await rm(away, { recursive: true, force: true });
}

/** Reads the open uploads of a bucket. One whose opening was cut off has no head yet, and is passed over. */
export function* loadUploads(bucketDirectory: string, damaged: string[]): Generator<Upload> {
  for (const uploadId of readdirSync(join(bucketDirectory, "uploads"))) {
    const directory = uploadDirectory(bucketDirectory, uploadId);
    const names = readdirSync(directory);
    if (!names.includes("upload.json")) continue;
    try {
      const head: UploadHead = JSON.parse(readFileSync(join(directory, "upload.json"), "utf8"));
      const parts = names.filter((name) => name.startsWith("part-")).map((name) => readPart(join(directory, name)));
      yield { ...head, parts: new Map(parts.map((part) => [part.number, part])) };
    } catch {
      damaged.push(directory);
    }
  }
}

function readPart(path: string): UploadedPart {
  const part: UploadedPart = JSON.parse(readFileSync(path, "utf8"));
  return part;
}
