import { randomBytes } from "node:crypto";
import { receiveBody } from "../body";
import { isCombinable } from "../checksum-combine";
import type { ChecksumAlgorithm } from "../checksums";
import { bucketOf, type Context, placeOf, type Reply } from "../context";
import { openCopySource } from "../copy-source";
import { storeError } from "../errors";
import { checksumHeaders, ENCRYPTION, readObjectHeaders } from "../object-headers";
import { parseRange } from "../ranges";
import { receiveCopy } from "../receive-copy";
import type { Part } from "../records";
import { dropUpload, savePart, saveUpload, type Upload, type UploadHead } from "../uploads";
import { MAX_PARTS, MAX_PUT_BYTES, storeBlob } from "../write-object";
import { document, element } from "../xml";
import { sourceHeader, wantedAlgorithm } from "./copy-object";

/** CreateMultipartUpload */
export async function createUpload(context: Context): Promise<Reply> {
  const { request, store, now } = context;
  const { bucket, key } = placeOf(context);
  const algorithm = wantedAlgorithm(request.headers["x-amz-checksum-algorithm"]);
  const checksumType = typeOf(request.headers["x-amz-checksum-type"], algorithm);
  const uploadId = randomBytes(24).toString("base64url");
  const head: UploadHead = {
    ...readObjectHeaders(request.headers),
    uploadId,
    key,
    initiated: now,
    algorithm,
    checksumType,
  };
  await saveUpload(bucket.directory, head, store.temporary);
  bucket.uploads.set(uploadId, { ...head, parts: new Map() });
  return {
    status: 200,
    headers: {
      ...ENCRYPTION,
      ...(algorithm ? { "x-amz-checksum-algorithm": algorithm.toUpperCase() } : {}),
      ...(checksumType ? { "x-amz-checksum-type": checksumType } : {}),
    },
    xml: document(
      "InitiateMultipartUploadResult",
      element("Bucket", bucket.name),
      element("Key", key),
      element("UploadId", uploadId),
    ),
  };
}

function typeOf(
  header: string | string[] | undefined,
  algorithm: ChecksumAlgorithm | undefined,
): Upload["checksumType"] {
  if (!algorithm) return undefined;
  const type = header ?? (algorithm === "crc64nvme" ? "FULL_OBJECT" : "COMPOSITE");
  if (type === "FULL_OBJECT" && isCombinable(algorithm)) return type;
  if (type === "COMPOSITE" && algorithm !== "crc64nvme") return type;
  throw storeError(
    "InvalidRequest",
    `The ${type} checksum type cannot be used with the ${algorithm} checksum algorithm.`,
  );
}

/** The open upload that a request speaks of. @throws NoSuchUpload */
export function uploadOf(context: Context): Upload {
  const upload = bucketOf(context).uploads.get(context.target.query.get("uploadId") ?? "");
  if (!upload || upload.key !== context.target.key) throw storeError("NoSuchUpload");
  return upload;
}

const numberOf = ({ target }: Context): number => {
  const text = target.query.get("partNumber") ?? "";
  if (!/^[1-9]\d{0,4}$/.test(text) || Number(text) > MAX_PARTS) {
    throw storeError("InvalidArgument", `Part number must be an integer between 1 and ${MAX_PARTS}, inclusive`);
  }
  return Number(text);
};

/** UploadPart */
export async function uploadPart(context: Context): Promise<Reply> {
  const number = numberOf(context);
  const { algorithm } = uploadOf(context);
  const part = await storeBlob(context.store.blobs, (write) =>
    receiveBody(context, { maxBytes: MAX_PUT_BYTES, write, algorithm }),
  );
  await keepPart(context, { ...part, number });
  const { "x-amz-checksum-type": _, ...sums } = checksumHeaders(part);
  return { status: 200, headers: { etag: `"${part.md5}"`, ...sums, ...ENCRYPTION } };
}

/** UploadPartCopy */
export async function uploadPartCopy(context: Context): Promise<Reply> {
  const { request, store, now } = context;
  const number = numberOf(context);
  const { algorithm } = uploadOf(context);
  const source = await openCopySource(context);
  try {
    const { size, parts } = source.version;
    const header = request.headers["x-amz-copy-source-range"];
    const range = header === undefined ? { start: 0, end: size } : parseRange(String(header), size);
    if (!range)
      throw storeError("InvalidArgument", "The x-amz-copy-source-range value must be of the form bytes=first-last");
    if (range.end - range.start > MAX_PUT_BYTES) throw storeError("EntityTooLarge");
    const bytes = store.blobs.read(parts, range.start, range.end);
    const part = await storeBlob(store.blobs, (write) => receiveCopy(bytes, write, algorithm));
    await keepPart(context, { ...part, number });
    const modified = element("LastModified", new Date(now).toISOString());
    const headers = { ...sourceHeader(source), ...ENCRYPTION };
    return { status: 200, headers, xml: document("CopyPartResult", modified, element("ETag", `"${part.md5}"`)) };
  } finally {
    source.release();
  }
}

// The upload may have ended while its part was on the way.
async function keepPart(context: Context, part: Part): Promise<void> {
  const { store, now } = context;
  try {
    await lockUpload(context, async (upload) => {
      const before = upload.parts.get(part.number);
      const kept = { ...part, lastModified: now };
      const path = { directory: bucketOf(context).directory, uploadId: upload.uploadId };
      await savePart(path, kept, store.temporary);
      upload.parts.set(part.number, kept);
      if (before) await store.blobs.remove([before.blob]);
    });
  } catch (error) {
    await store.blobs.remove([part.blob]);
    throw error;
  }
}

/** One change of an upload at a time. @throws NoSuchUpload when it has ended by the time of its turn. */
export const lockUpload = <T>(context: Context, work: (upload: Upload) => Promise<T>): Promise<T> =>
  context.store.lock(`upload ${context.target.query.get("uploadId")}`, async () => work(uploadOf(context)));

/** AbortMultipartUpload */
export async function abortUpload(context: Context): Promise<Reply> {
  await lockUpload(context, (upload) => endUpload(context, upload, [...upload.parts.values()]));
  return { status: 204 };
}

/** Takes an upload away, and those of its parts that became nothing. */
export async function endUpload(
  { store, target }: Pick<Context, "store" | "target">,
  upload: Upload,
  waste: Part[],
): Promise<void> {
  const bucket = store.buckets.get(target.bucket);
  bucket?.uploads.delete(upload.uploadId);
  if (bucket) await dropUpload(bucket.directory, upload.uploadId, store.temporary);
  await store.blobs.remove(waste.map((part) => part.blob));
}
