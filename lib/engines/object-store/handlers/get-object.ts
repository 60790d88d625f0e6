import { openVersion } from "@/lib/engines/object-store/changes";
import { checkRead, mayAnswerRange } from "@/lib/engines/object-store/conditions";
import { type Context, placeOf, type Reply } from "@/lib/engines/object-store/context";
import { storeError } from "@/lib/engines/object-store/errors";
import { checksumHeaders, describeVersion, overridesOf } from "@/lib/engines/object-store/object-headers";
import { type ByteRange, parseRange } from "@/lib/engines/object-store/ranges";
import type { Version } from "@/lib/engines/object-store/records";
import { numberParameter } from "@/lib/engines/object-store/target";

/** GetObject and HeadObject: the server leaves out the bytes of a HEAD. */
export async function getObject(context: Context): Promise<Reply> {
  const { request, store, target } = context;
  const place = placeOf(context);
  const { version, release } = await openVersion(place, target.query.get("versionId"));
  try {
    checkRead(request.headers, version);
    const range = rangeOf(context, version);
    const { start, end } = range ?? { start: 0, end: version.size };
    const isWhole = !range && request.headers["x-amz-checksum-mode"]?.toString().toUpperCase() === "ENABLED";
    return {
      status: range ? 206 : 200,
      headers: {
        ...describeVersion(place.bucket, version),
        ...overridesOf(target.query),
        ...(isWhole ? checksumHeaders(version) : {}),
        ...(range ? { "content-range": `bytes ${start}-${end - 1}/${version.size}` } : {}),
        ...(target.query.has("partNumber") ? { "x-amz-mp-parts-count": String(version.parts.length) } : {}),
      },
      stream: { length: end - start, read: () => store.blobs.read(version.parts, start, end), release },
    };
  } catch (error) {
    release();
    throw error;
  }
}

function rangeOf({ request, target }: Context, version: Version): ByteRange | undefined {
  if (target.query.has("partNumber"))
    return partRange(version, numberParameter(target, "partNumber", { otherwise: 1, max: 10_001 }));
  return mayAnswerRange(request.headers, version) ? parseRange(request.headers.range, version.size) : undefined;
}

function partRange(version: Version, wanted: number): ByteRange | undefined {
  let start = 0;
  for (const [at, part] of version.parts.entries()) {
    if (at + 1 === wanted) return part.size === 0 ? undefined : { start, end: start + part.size };
    start += part.size;
  }
  throw storeError("InvalidPartNumber");
}
