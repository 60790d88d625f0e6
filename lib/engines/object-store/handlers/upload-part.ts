import { receiveBody } from "@/lib/engines/object-store/body";
import { bucketOf, type Context, type Reply } from "@/lib/engines/object-store/context";
import { storeError } from "@/lib/engines/object-store/errors";
import { checksumHeaders, ENCRYPTION } from "@/lib/engines/object-store/object-headers";
import type { Part } from "@/lib/engines/object-store/records";
import { savePart } from "@/lib/engines/object-store/uploads";
import { MAX_PARTS, MAX_PUT_BYTES, storeBlob } from "@/lib/engines/object-store/write-object";
import { lockUpload, uploadOf } from "./multipart";

/** The number of the part that a request sends. @throws InvalidArgument */
export const partNumberOf = ({ target }: Context): number => {
  const text = target.query.get("partNumber") ?? "";
  if (!/^[1-9]\d{0,4}$/.test(text) || Number(text) > MAX_PARTS) {
    throw storeError("InvalidArgument", `Part number must be an integer between 1 and ${MAX_PARTS}, inclusive`);
  }
  return Number(text);
};

/** UploadPart */
export async function uploadPart(context: Context): Promise<Reply> {
  const number = partNumberOf(context);
  const { algorithm } = uploadOf(context);
  const part = await storeBlob(context.store.blobs, (write) =>
    receiveBody(context, { maxBytes: MAX_PUT_BYTES, write, algorithm }),
  );
  await keepPart(context, { ...part, number });
  const { "x-amz-checksum-type": _, ...sums } = checksumHeaders(part);
  return { status: 200, headers: { etag: `"${part.md5}"`, ...sums, ...ENCRYPTION } };
}

/** Makes a part one of its upload, which may have ended while the part was on the way. @throws NoSuchUpload */
export async function keepPart(context: Context, part: Part): Promise<void> {
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
