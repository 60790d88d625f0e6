import { receiveBody } from "@/lib/engines/object-store/body";
import { changeRecord } from "@/lib/engines/object-store/changes";
import { checkWrite } from "@/lib/engines/object-store/conditions";
import { type Context, placeOf, type Reply } from "@/lib/engines/object-store/context";
import {
  checksumHeaders,
  ENCRYPTION,
  readObjectHeaders,
  versionHeader,
} from "@/lib/engines/object-store/object-headers";
import { currentOf, type Version } from "@/lib/engines/object-store/records";
import { commitVersion, MAX_PUT_BYTES, newVersionId, storeBlob } from "@/lib/engines/object-store/write-object";

/** PutObject */
export async function putObject(context: Context): Promise<Reply> {
  const { request, store, now } = context;
  const place = placeOf(context);
  const kept = readObjectHeaders(request.headers);
  // Asked early so that a client need not send a body in vain; the answer that counts is at the commit.
  await changeRecord(place, async (record) => ({ result: checkWrite(request.headers, currentOf(record)) }));
  const part = await storeBlob(store.blobs, (write) => receiveBody(context, { maxBytes: MAX_PUT_BYTES, write }));
  const version: Version = {
    ...kept,
    versionId: newVersionId(place),
    isMarker: false,
    lastModified: now,
    size: part.size,
    etag: part.md5,
    parts: [part],
    checksum: part.checksum,
  };
  await commitVersion(place, version, request.headers);
  return {
    status: 200,
    headers: {
      etag: `"${version.etag}"`,
      ...checksumHeaders(version),
      ...versionHeader(place.bucket, version),
      ...ENCRYPTION,
    },
  };
}
