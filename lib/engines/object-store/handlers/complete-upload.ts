import { createHash } from "node:crypto";
import { receiveText } from "@/lib/engines/object-store/body";
import { changeRecord, type Place, peekRecord } from "@/lib/engines/object-store/changes";
import { combineCrcs } from "@/lib/engines/object-store/checksum-combine";
import { CHECKSUM_ALGORITHMS, type Checksum, checksumOf } from "@/lib/engines/object-store/checksums";
import { checkWrite } from "@/lib/engines/object-store/conditions";
import { type Context, placeOf, type Reply } from "@/lib/engines/object-store/context";
import { storeError } from "@/lib/engines/object-store/errors";
import { checksumHeaders, ENCRYPTION, versionHeader } from "@/lib/engines/object-store/object-headers";
import { currentOf, type Part, type Version, withVersion } from "@/lib/engines/object-store/records";
import type { Upload } from "@/lib/engines/object-store/uploads";
import { MAX_PARTS, MIN_PART_BYTES, newVersionId } from "@/lib/engines/object-store/write-object";
import { childrenOf, document, element, type Node, parseXml, textOf } from "@/lib/engines/object-store/xml";
import { endUpload, uploadOf } from "./multipart";

interface Claim {
  number: number;
  etag: string;
  checksum: Checksum | undefined;
}

/** CompleteMultipartUpload: the object is a list of the parts' files, so that nothing is copied. */
export async function completeUpload(context: Context): Promise<Reply> {
  const place = placeOf(context);
  const root = parseXml(await receiveText(context, { isChecksumOfObject: true }), "CompleteMultipartUpload");
  const claims = childrenOf(root, "Part").map(readClaim);
  if (claims.length === 0 || claims.length > MAX_PARTS) throw storeError("MalformedXML");
  const name = `upload ${context.target.query.get("uploadId")}`;
  const version = await context.store.lock(name, async () => {
    return (await findCompleted(context, place, claims)) ?? complete(context, place, claims);
  });
  return answer(context, place, version);
}

async function complete(context: Context, place: Place, claims: Claim[]): Promise<Version> {
  const upload = uploadOf(context);
  const version = await assemble(context, upload, claims);
  await changeRecord(place, async (record) => {
    checkWrite(context.request.headers, currentOf(record));
    return { record: withVersion(record, version), result: undefined };
  });
  const used = new Set(version.parts.map((part) => part.blob));
  await endUpload(
    context,
    upload,
    [...upload.parts.values()].filter((part) => !used.has(part.blob)),
  );
  return version;
}

function readClaim(node: Node): Claim {
  const number = Number(textOf(node, "PartNumber"));
  const etag = textOf(node, "ETag")?.trim().replace(/^"|"$/g, "");
  if (!Number.isInteger(number) || etag === undefined) throw storeError("MalformedXML");
  const sums = CHECKSUM_ALGORITHMS.flatMap((algorithm): Checksum[] => {
    const value = textOf(node, `Checksum${algorithm.toUpperCase()}`);
    return value === undefined ? [] : [{ algorithm, value }];
  });
  return { number, etag, checksum: sums[0] };
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

async function assemble(context: Context, upload: Upload, claims: Claim[]): Promise<Version> {
  const { request, now } = context;
  const versionId = newVersionId(placeOf(context));
  const parts = claims.map((claim, at) => matchPart(upload, claim, claims[at - 1]));
  if (parts.some((part, at) => at < parts.length - 1 && part.size < MIN_PART_BYTES)) throw storeError("EntityTooSmall");
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const promised = request.headers["x-amz-mp-object-size"];
  if (promised !== undefined && Number(promised) !== size) {
    throw storeError("InvalidRequest", "The x-amz-mp-object-size header does not match the size of the parts.");
  }
  const md5 = createHash("md5")
    .update(Buffer.from(parts.map((part) => part.md5).join(""), "hex"))
    .digest("hex");
  const checksum = await checksumOfAll(upload, parts);
  refuseOtherChecksum(context, checksum);
  const { headers, metadata, uploadId, checksumType } = upload;
  const content = { size, etag: `${md5}-${parts.length}`, parts, checksum, checksumType };
  return { headers, metadata, uploadId, versionId, isMarker: false, lastModified: now, ...content };
}

function matchPart(upload: Upload, claim: Claim, before: Claim | undefined): Part {
  if (before && before.number >= claim.number) throw storeError("InvalidPartOrder");
  const part = upload.parts.get(claim.number);
  if (!part || part.md5 !== claim.etag) throw storeError("InvalidPart");
  if (
    claim.checksum &&
    (part.checksum?.algorithm !== claim.checksum.algorithm || part.checksum.value !== claim.checksum.value)
  ) {
    throw storeError("InvalidPart");
  }
  const { blob, size, md5, number, checksum } = part;
  return { blob, size, md5, number, checksum };
}

async function checksumOfAll({ algorithm, checksumType }: Upload, parts: Part[]): Promise<Checksum | undefined> {
  if (!algorithm) return undefined;
  const sums = parts.map(({ checksum, size }) => ({ value: checksum?.value ?? "", size }));
  if (checksumType === "FULL_OBJECT") return { algorithm, value: combineCrcs(algorithm, sums) };
  const digests = sums.map(({ value }) => Buffer.from(value, "base64"));
  return { algorithm, value: `${await checksumOf(algorithm, Buffer.concat(digests))}-${parts.length}` };
}

function refuseOtherChecksum({ request }: Context, checksum: Checksum | undefined): void {
  for (const algorithm of CHECKSUM_ALGORITHMS) {
    const promised = request.headers[`x-amz-checksum-${algorithm}`];
    const found = checksum?.algorithm === algorithm ? checksum.value : undefined;
    if (promised !== undefined && promised !== found) {
      throw storeError("BadDigest", `The ${algorithm} you specified did not match the calculated checksum.`);
    }
  }
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
