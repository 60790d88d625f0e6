import { receiveBody } from "@/lib/engines/object-store/body";
import { bucketOf, type Context, type Reply } from "@/lib/engines/object-store/context";
import { openCopySource } from "@/lib/engines/object-store/copy-source";
import { storeError } from "@/lib/engines/object-store/errors";
import { checksumHeaders, ENCRYPTION } from "@/lib/engines/object-store/object-headers";
import { parseRange } from "@/lib/engines/object-store/ranges";
import { receiveCopy } from "@/lib/engines/object-store/receive-copy";
import type { Part } from "@/lib/engines/object-store/records";
import { savePart } from "@/lib/engines/object-store/uploads";
import { MAX_PARTS, MAX_PUT_BYTES, storeBlob } from "@/lib/engines/object-store/write-object";
import { document, element } from "@/lib/engines/object-store/xml";
import { sourceHeader } from "./copy-object";
import { lockUpload, uploadOf } from "./multipart";

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
