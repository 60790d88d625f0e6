import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Checksum } from "./checksums";

/** A run of plain bytes, whole in one encrypted file. */
export interface Part {
  blob: string;
  size: number;
  /** Hexadecimal MD5 of the plain bytes. */
  md5: string;
  number: number;
  checksum?: Checksum | undefined;
}

/** The headers that are kept with an object and answered with it. */
export interface ObjectHeaders {
  headers: Record<string, string>;
  metadata: Record<string, string>;
}

export interface ChecksumKind {
  checksum?: Checksum | undefined;
  checksumType?: "FULL_OBJECT" | "COMPOSITE" | undefined;
}

/** One version of an object, or a delete marker. */
export interface Version extends ObjectHeaders, ChecksumKind {
  /** `"null"` for what was written without versioning. */
  versionId: string;
  isMarker: boolean;
  lastModified: number;
  size: number;
  /** Without quotes. */
  etag: string;
  parts: Part[];
  /** Set by a multipart upload: a repeated Complete is known by it, and a crash after the commit is mended by it. */
  uploadId?: string | undefined;
}

/** All that is known of a key: one file, so that any change to it is one rename. Newest version first. */
export interface KeyRecord {
  key: string;
  versions: Version[];
}

/** Where a key's record is. Names of files come from a hash, never from the key. */
export function recordPath(bucketDirectory: string, key: string): string {
  const name = createHash("sha256").update(key).digest("hex");
  return join(bucketDirectory, "objects", name.slice(0, 2), `${name}.json`);
}

/** Reads a record's text. @throws when it is not one, which only a damaged disk can cause. */
export function parseRecord(text: string): KeyRecord {
  const record: KeyRecord = JSON.parse(text);
  if (typeof record.key !== "string" || !Array.isArray(record.versions)) throw new Error("not a record of an object");
  return record;
}

export type Versioning = "Enabled" | "Suspended" | undefined;

/** The record with a version on top; without versioning, or with it suspended, the `null` version gives way. */
export function withVersion(record: KeyRecord, version: Version): KeyRecord {
  const kept =
    version.versionId === "null" ? record.versions.filter((old) => old.versionId !== "null") : record.versions;
  return { ...record, versions: [version, ...kept] };
}

/** The record without one version. */
export const withoutVersion = (record: KeyRecord, versionId: string): KeyRecord => ({
  ...record,
  versions: record.versions.filter((version) => version.versionId !== versionId),
});

/** The version that a plain GET answers, if there is one. */
export function currentOf(record: KeyRecord): Version | undefined {
  const [latest] = record.versions;
  return latest?.isMarker ? undefined : latest;
}

/** The files that a record holds on to. */
export const blobsOf = (record: KeyRecord): string[] =>
  record.versions.flatMap((version) => version.parts.map((part) => part.blob));

/** A delete marker: the version that hides those before it. */
export const makeMarker = (versionId: string, now: number): Version => ({
  versionId,
  isMarker: true,
  lastModified: now,
  size: 0,
  etag: "",
  parts: [],
  headers: {},
  metadata: {},
});
