import type { IncomingHttpHeaders } from "node:http";
import type { Bucket } from "./bucket";
import { storeError } from "./errors";
import type { ChecksumKind, ObjectHeaders, Version } from "./records";

const KEPT = ["content-type", "content-disposition", "content-language", "cache-control", "expires"];
const MAX_METADATA_BYTES = 2048;
const META = "x-amz-meta-";

/** True, and so said with every object: all blobs are encrypted. */
export const ENCRYPTION = { "x-amz-server-side-encryption": "AES256" };

/** The headers of a request that are kept with the object. @throws MetadataTooLarge */
export function readObjectHeaders(request: IncomingHttpHeaders): ObjectHeaders {
  const headers: Record<string, string> = {};
  const metadata: Record<string, string> = {};
  for (const [name, value] of Object.entries(request)) {
    if (typeof value !== "string") continue;
    if (KEPT.includes(name)) headers[name] = value;
    if (name.startsWith(META)) metadata[name.slice(META.length)] = value;
  }
  const encoding = withoutChunking(request["content-encoding"]);
  if (encoding) headers["content-encoding"] = encoding;
  const bytes = Object.entries(metadata).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (bytes > MAX_METADATA_BYTES) throw storeError("MetadataTooLarge");
  return { headers, metadata };
}

// The framing of the way here is no property of the object.
const withoutChunking = (encoding = ""): string =>
  encoding
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name && name !== "aws-chunked")
    .join(",");

/** What GET and HEAD say of a version. */
export function describeVersion(bucket: Bucket, version: Version): Record<string, string> {
  return {
    "content-type": "binary/octet-stream",
    ...version.headers,
    ...Object.fromEntries(Object.entries(version.metadata).map(([name, value]) => [META + name, value])),
    etag: `"${version.etag}"`,
    "last-modified": new Date(version.lastModified).toUTCString(),
    "accept-ranges": "bytes",
    ...versionHeader(bucket, version),
    ...ENCRYPTION,
  };
}

/** The id of a version, told only by buckets that keep versions. */
export const versionHeader = (bucket: Bucket, { versionId }: { versionId: string }): Record<string, string> =>
  bucket.config.versioning ? { "x-amz-version-id": versionId } : {};

/** The checksum of a version, if it has one. */
export function checksumHeaders({ checksum, checksumType }: ChecksumKind): Record<string, string> {
  if (!checksum) return {};
  return {
    [`x-amz-checksum-${checksum.algorithm}`]: checksum.value,
    "x-amz-checksum-type": checksumType ?? "FULL_OBJECT",
  };
}

const OVERRIDES = [
  "content-type",
  "content-language",
  "expires",
  "cache-control",
  "content-disposition",
  "content-encoding",
];

/** The `response-*` parameters of a GET. @throws InvalidArgument for what no header can carry */
export function overridesOf(query: ReadonlyMap<string, string>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of OVERRIDES) {
    const value = query.get(`response-${name}`);
    if (value === undefined) continue;
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
      throw storeError("InvalidArgument", `Header value cannot be represented using ISO-8859-1: response-${name}`);
    }
    headers[name] = value;
  }
  return headers;
}
