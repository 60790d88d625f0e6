import { bucketOf, type Context, type Reply } from "@/lib/engines/object-store/context";
import { storeError } from "@/lib/engines/object-store/errors";
import { compareUtf8 } from "@/lib/engines/object-store/key-index";
import { numberParameter } from "@/lib/engines/object-store/target";
import type { Upload, UploadedPart } from "@/lib/engines/object-store/uploads";
import { document, element, join, optional, type Xml } from "@/lib/engines/object-store/xml";
import { encoderOf } from "./list-objects";
import { uploadOf } from "./multipart";

/** ListParts */
export async function listParts(context: Context): Promise<Reply> {
  const { target } = context;
  const upload = uploadOf(context);
  const max = numberParameter(target, "max-parts", { otherwise: 1000, max: 1000 });
  const marker = numberParameter(target, "part-number-marker", { otherwise: 0, max: 2147483647 });
  const after = [...upload.parts.values()].filter((part) => part.number > marker).sort((a, b) => a.number - b.number);
  const page = after.slice(0, max);
  const content = [
    element("Bucket", target.bucket),
    element("Key", encoderOf(target)(target.key)),
    element("UploadId", upload.uploadId),
    element("PartNumberMarker", marker),
    optional("NextPartNumberMarker", page.at(-1)?.number),
    element("MaxParts", max),
    element("IsTruncated", after.length > page.length),
    optional("ChecksumAlgorithm", upload.algorithm?.toUpperCase()),
    optional("ChecksumType", upload.checksumType),
    element("StorageClass", "STANDARD"),
    join(page.map(renderPart)),
  ];
  return { status: 200, xml: document("ListPartsResult", ...content) };
}

const renderPart = ({ number, lastModified, md5, size, checksum }: UploadedPart): Xml =>
  element(
    "Part",
    element("PartNumber", number),
    element("LastModified", new Date(lastModified).toISOString()),
    element("ETag", `"${md5}"`),
    element("Size", size),
    checksum && element(`Checksum${checksum.algorithm.toUpperCase()}`, checksum.value),
  );

/** ListMultipartUploads */
export async function listUploads(context: Context): Promise<Reply> {
  const { target } = context;
  const bucket = bucketOf(context);
  const { query } = target;
  if (query.get("delimiter"))
    throw storeError("NotImplemented", "ListMultipartUploads with a delimiter is not implemented.");
  const max = numberParameter(target, "max-uploads", { otherwise: 1000, max: 1000 });
  const prefix = query.get("prefix") ?? "";
  const marker = { key: query.get("key-marker") ?? "", uploadId: query.get("upload-id-marker") ?? "" };
  const after = [...bucket.uploads.values()]
    .filter((upload) => upload.key.startsWith(prefix) && isAfter(upload, marker))
    .sort((a, b) => compareUtf8(a.key, b.key) || compareUtf8(a.uploadId, b.uploadId));
  const page = after.slice(0, max);
  const isTruncated = after.length > page.length;
  const last = isTruncated ? page.at(-1) : undefined;
  const encode = encoderOf(target);
  const content = [
    element("Bucket", bucket.name),
    element("KeyMarker", encode(marker.key)),
    element("UploadIdMarker", marker.uploadId),
    optional("NextKeyMarker", last && encode(last.key)),
    optional("NextUploadIdMarker", last?.uploadId),
    element("Prefix", encode(prefix)),
    optional("EncodingType", query.get("encoding-type")),
    element("MaxUploads", max),
    element("IsTruncated", isTruncated),
    join(page.map((upload) => renderUpload(upload, encode(upload.key)))),
  ];
  return { status: 200, xml: document("ListMultipartUploadsResult", ...content) };
}

function isAfter(upload: Upload, marker: { key: string; uploadId: string }): boolean {
  const order = compareUtf8(upload.key, marker.key);
  return order > 0 || marker.key === "" || (order === 0 && marker.uploadId !== "" && upload.uploadId > marker.uploadId);
}

const renderUpload = (upload: Upload, key: string): Xml =>
  element(
    "Upload",
    element("Key", key),
    element("UploadId", upload.uploadId),
    element("StorageClass", "STANDARD"),
    element("Initiated", new Date(upload.initiated).toISOString()),
    optional("ChecksumAlgorithm", upload.algorithm?.toUpperCase()),
    optional("ChecksumType", upload.checksumType),
  );
