import { wantedAlgorithm } from "@/lib/engines/object-store/body-plan";
import { type Context, placeOf, type Reply } from "@/lib/engines/object-store/context";
import { type CopySource, openCopySource, receiveCopy, sourceHeader } from "@/lib/engines/object-store/copy-source";
import { storeError } from "@/lib/engines/object-store/errors";
import {
  checksumHeaders,
  ENCRYPTION,
  readObjectHeaders,
  versionHeader,
} from "@/lib/engines/object-store/object-headers";
import type { ObjectHeaders, Part, Version } from "@/lib/engines/object-store/records";
import { commitVersion, MAX_PUT_BYTES, newVersionId, storeBlob } from "@/lib/engines/object-store/write-object";
import { document, element, optional } from "@/lib/engines/object-store/xml";

/** CopyObject */
export async function copyObject(context: Context): Promise<Reply> {
  const { request, now } = context;
  const place = placeOf(context);
  const source = await openCopySource(context);
  try {
    const kept = headersOf(context, source);
    if (source.version.size > MAX_PUT_BYTES) {
      throw storeError(
        "InvalidRequest",
        "The specified copy source is larger than the maximum allowable size for a copy source",
      );
    }
    const part = await copyBytes(context, source);
    const { checksum } = part;
    const origin = { versionId: newVersionId(place), isMarker: false, lastModified: now };
    const version: Version = { ...kept, ...origin, size: part.size, etag: part.md5, parts: [part], checksum };
    await commitVersion(place, version, request.headers);
    const headers = {
      ...versionHeader(place.bucket, version),
      ...sourceHeader(source),
      ...checksumHeaders(version),
      ...ENCRYPTION,
    };
    const modified = element("LastModified", new Date(now).toISOString());
    const sum = checksum && element(`Checksum${checksum.algorithm.toUpperCase()}`, checksum.value);
    return {
      status: 200,
      headers,
      xml: document(
        "CopyObjectResult",
        modified,
        element("ETag", `"${version.etag}"`),
        optional("ChecksumType", sum && "FULL_OBJECT"),
        sum,
      ),
    };
  } finally {
    source.release();
  }
}

function headersOf({ request, target }: Context, source: CopySource): ObjectHeaders {
  const directive = request.headers["x-amz-metadata-directive"] ?? "COPY";
  if (directive !== "COPY" && directive !== "REPLACE")
    throw storeError("InvalidArgument", "Unknown metadata directive.");
  if (directive === "REPLACE") return readObjectHeaders(request.headers);
  const isSame = source.place.key === target.key && source.place.bucket.name === target.bucket;
  const isNewest = source.place.bucket.keys.get(target.key)?.etag === source.version.etag;
  if (isSame && isNewest && !source.place.bucket.config.versioning) {
    throw storeError(
      "InvalidRequest",
      "This copy request is illegal because it is trying to copy an object to itself without changing it.",
    );
  }
  return { headers: source.version.headers, metadata: source.version.metadata };
}

// One file gets a second name, whatever its size. Several are read through: the ETag of a copy is its MD5.
async function copyBytes({ request, store }: Context, { version }: CopySource): Promise<Part> {
  const algorithm = wantedAlgorithm(request.headers["x-amz-checksum-algorithm"]) ?? version.checksum?.algorithm;
  const [first, ...others] = version.parts;
  if (first && others.length === 0 && first.md5 === version.etag && first.checksum?.algorithm === algorithm) {
    return { ...first, blob: await store.blobs.duplicate(first.blob) };
  }
  return storeBlob(store.blobs, (write) =>
    receiveCopy(store.blobs.read(version.parts, 0, version.size), write, algorithm),
  );
}
