import { openVersion } from "@/lib/engines/object-store/changes";
import { type Context, placeOf, type Reply } from "@/lib/engines/object-store/context";
import { storeError } from "@/lib/engines/object-store/errors";
import { versionHeader } from "@/lib/engines/object-store/object-headers";
import type { Version } from "@/lib/engines/object-store/records";
import { document, element, type Xml } from "@/lib/engines/object-store/xml";

/** GetObjectAttributes */
export async function getAttributes(context: Context): Promise<Reply> {
  const { request, target } = context;
  const place = placeOf(context);
  const header = String(request.headers["x-amz-object-attributes"] ?? "");
  const wanted = header
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  if (wanted.length === 0) throw storeError("InvalidArgument", "x-amz-object-attributes names nothing");
  const { version, release } = await openVersion(place, target.query.get("versionId"));
  release();
  const headers = {
    "last-modified": new Date(version.lastModified).toUTCString(),
    ...versionHeader(place.bucket, version),
  };
  return {
    status: 200,
    headers,
    xml: document("GetObjectAttributesResponse", ...wanted.map((name) => attribute(name, version))),
  };
}

function attribute(name: string, version: Version): Xml {
  const { checksum, checksumType } = version;
  if (name === "ETag") return element("ETag", version.etag);
  if (name === "ObjectSize") return element("ObjectSize", version.size);
  if (name === "StorageClass") return element("StorageClass", "STANDARD");
  if (name === "ObjectParts" && version.uploadId === undefined) return { xml: "" };
  if (name === "ObjectParts") return element("ObjectParts", element("PartsCount", version.parts.length));
  if (name !== "Checksum") throw storeError("InvalidArgument", "Invalid attribute name specified.");
  if (!checksum) return { xml: "" };
  const sum = element(`Checksum${checksum.algorithm.toUpperCase()}`, checksum.value);
  return element("Checksum", sum, element("ChecksumType", checksumType ?? "FULL_OBJECT"));
}
