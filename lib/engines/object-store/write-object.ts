import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Blobs } from "./blobs";
import type { Received } from "./body";
import { changeRecord, type Place } from "./changes";
import { checkWrite } from "./conditions";
import { currentOf, type Part, type Version, withVersion } from "./records";

/** S3's own limits. */
export const MAX_PUT_BYTES = 5 * 1024 ** 3;
export const MIN_PART_BYTES = 5 * 1024 ** 2;
export const MAX_PARTS = 10_000;

/** An id for a new version: what was written without versioning is `null`, and stays it. */
export const newVersionId = (place: Place): string =>
  place.bucket.config.versioning === "Enabled" ? randomBytes(16).toString("hex") : "null";

/**
 * Takes bytes into a new blob.
 * @throws what `fill` throws, leaving nothing behind.
 */
export async function storeBlob(
  blobs: Blobs,
  fill: (write: (chunk: Buffer) => Promise<void>) => Promise<Received>,
): Promise<Part> {
  const writer = await blobs.create();
  try {
    const { size, md5, checksum } = await fill(writer.write);
    await writer.finish();
    return { blob: writer.blob, size, md5: md5.toString("hex"), number: 1, checksum };
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

/** Makes a version the newest of its key, if the conditions of the request hold at that very moment. @throws PreconditionFailed */
export const putVersion = (place: Place, version: Version, headers: IncomingHttpHeaders): Promise<void> =>
  changeRecord(place, async (record) => {
    checkWrite(headers, currentOf(record));
    return { record: withVersion(record, version), result: undefined };
  });

/** The same for a version whose bytes are nobody else's: they are removed if it cannot be. */
export async function commitVersion(place: Place, version: Version, headers: IncomingHttpHeaders): Promise<void> {
  try {
    await putVersion(place, version, headers);
  } catch (error) {
    await place.store.blobs.remove(version.parts.map((part) => part.blob));
    throw error;
  }
}
