import { randomBytes } from "node:crypto";
import { wantedAlgorithm } from "@/lib/engines/object-store/body-plan";
import { checksumTypeOf } from "@/lib/engines/object-store/checksum-combine";
import { bucketOf, type Context, placeOf, type Reply } from "@/lib/engines/object-store/context";
import { storeError } from "@/lib/engines/object-store/errors";
import { ENCRYPTION, readObjectHeaders } from "@/lib/engines/object-store/object-headers";
import type { Part } from "@/lib/engines/object-store/records";
import { dropUpload, saveUpload, type Upload, type UploadHead } from "@/lib/engines/object-store/uploads";
import { document, element } from "@/lib/engines/object-store/xml";

/** CreateMultipartUpload */
export async function createUpload(context: Context): Promise<Reply> {
  const { request, store, now } = context;
  const { bucket, key } = placeOf(context);
  const algorithm = wantedAlgorithm(request.headers["x-amz-checksum-algorithm"]);
  const checksumType = checksumTypeOf(request.headers["x-amz-checksum-type"], algorithm);
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

/** The open upload that a request speaks of. @throws NoSuchUpload */
export function uploadOf(context: Context): Upload {
  const upload = bucketOf(context).uploads.get(context.target.query.get("uploadId") ?? "");
  if (!upload || upload.key !== context.target.key) throw storeError("NoSuchUpload");
  return upload;
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
