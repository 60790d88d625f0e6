import type { Context, Reply } from "@/lib/engines/object-store/context";
import { openCopySource, receiveCopy, sourceHeader } from "@/lib/engines/object-store/copy-source";
import { storeError } from "@/lib/engines/object-store/errors";
import { ENCRYPTION } from "@/lib/engines/object-store/object-headers";
import { parseRange } from "@/lib/engines/object-store/ranges";
import { MAX_PUT_BYTES, storeBlob } from "@/lib/engines/object-store/write-object";
import { document, element } from "@/lib/engines/object-store/xml";
import { uploadOf } from "./multipart";
import { keepPart, partNumberOf } from "./upload-part";

/** UploadPartCopy */
export async function uploadPartCopy(context: Context): Promise<Reply> {
  const { request, store, now } = context;
  const number = partNumberOf(context);
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
