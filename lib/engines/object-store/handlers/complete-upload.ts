import { receiveText } from "@/lib/engines/object-store/body";
import { type Place, peekRecord } from "@/lib/engines/object-store/changes";
import { type Context, placeOf, type Reply } from "@/lib/engines/object-store/context";
import { checksumHeaders, ENCRYPTION, versionHeader } from "@/lib/engines/object-store/object-headers";
import type { Version } from "@/lib/engines/object-store/records";
import { putVersion } from "@/lib/engines/object-store/write-object";
import { document, element, parseXml } from "@/lib/engines/object-store/xml";
import { assemble, type Claim, readClaims } from "./assemble";
import { endUpload, uploadOf } from "./multipart";

/** CompleteMultipartUpload: the object is a list of the parts' files, so that nothing is copied. */
export async function completeUpload(context: Context): Promise<Reply> {
  const place = placeOf(context);
  const root = parseXml(await receiveText(context, { isChecksumOfObject: true }), "CompleteMultipartUpload");
  const claims = readClaims(root);
  const name = `upload ${context.target.query.get("uploadId")}`;
  const version = await context.store.lock(name, async () => {
    return (await findCompleted(context, place, claims)) ?? complete(context, place, claims);
  });
  return answer(context, place, version);
}

async function complete(context: Context, place: Place, claims: Claim[]): Promise<Version> {
  const upload = uploadOf(context);
  const version = await assemble(context, upload, claims);
  await putVersion(place, version, context.request.headers);
  const used = new Set(version.parts.map((part) => part.blob));
  await endUpload(
    context,
    upload,
    [...upload.parts.values()].filter((part) => !used.has(part.blob)),
  );
  return version;
}

// A client that missed the answer asks again: the object is there, so the answer is the same.
async function findCompleted({ target }: Context, place: Place, claims: Claim[]): Promise<Version | undefined> {
  const uploadId = target.query.get("uploadId") ?? "";
  if (place.bucket.uploads.has(uploadId)) return undefined;
  const record = await peekRecord(place);
  const version = record.versions.find((each) => each.uploadId === uploadId && uploadId !== "");
  const isSame =
    version?.parts.length === claims.length && version.parts.every((part, at) => part.md5 === claims[at]?.etag);
  return isSame ? version : undefined;
}

function answer(context: Context, place: Place, version: Version): Reply {
  const { target, request } = context;
  const { checksum } = version;
  const content = [
    element("Location", `http://${request.headers.host}/${target.bucket}/${encodeURIComponent(target.key)}`),
    element("Bucket", target.bucket),
    element("Key", target.key),
    element("ETag", `"${version.etag}"`),
    ...(checksum ? [element(`Checksum${checksum.algorithm.toUpperCase()}`, checksum.value)] : []),
  ];
  const { "x-amz-checksum-type": type } = checksumHeaders(version);
  const xml = document("CompleteMultipartUploadResult", ...content, ...(type ? [element("ChecksumType", type)] : []));
  return { status: 200, headers: { ...versionHeader(place.bucket, version), ...ENCRYPTION }, xml };
}
