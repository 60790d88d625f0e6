import type { IncomingHttpHeaders } from "node:http";
import { storeError } from "./errors";

const KNOWN = new Set(
  (
    "checksum-algorithm checksum-crc32 checksum-crc32c checksum-crc64nvme checksum-mode checksum-sha1 checksum-sha256 " +
    "checksum-type content-sha256 copy-source copy-source-if-match copy-source-if-modified-since " +
    "copy-source-if-none-match copy-source-if-unmodified-since copy-source-range date decoded-content-length " +
    "metadata-directive mp-object-size object-attributes sdk-checksum-algorithm trailer user-agent"
  )
    .split(" ")
    .map((name) => `x-amz-${name}`),
);

// Headers that may only say what is so in any case.
const ONLY: Record<string, readonly string[]> = {
  "x-amz-server-side-encryption": ["AES256"],
  "x-amz-storage-class": ["STANDARD"],
  "x-amz-acl": ["private", "bucket-owner-full-control"],
  "x-amz-object-ownership": ["BucketOwnerEnforced"],
};

/** A header that asks for something unknown is refused, as S3 does, and never passed over. @throws NotImplemented */
export function refuseUnknownHeaders(headers: IncomingHttpHeaders): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!name.startsWith("x-amz-") || name.startsWith("x-amz-meta-") || KNOWN.has(name)) continue;
    if (ONLY[name]?.includes(String(value))) continue;
    throw storeError("NotImplemented", `A header you provided implies functionality that is not implemented: ${name}`);
  }
}
