import { createHash } from "node:crypto";
import { combineCrcs } from "@/lib/engines/object-store/checksum-combine";
import { CHECKSUM_ALGORITHMS, type Checksum, checksumOf } from "@/lib/engines/object-store/checksums";
import { type Context, placeOf } from "@/lib/engines/object-store/context";
import { storeError } from "@/lib/engines/object-store/errors";
import type { Part, Version } from "@/lib/engines/object-store/records";
import type { Upload } from "@/lib/engines/object-store/uploads";
import { MAX_PARTS, MIN_PART_BYTES, newVersionId } from "@/lib/engines/object-store/write-object";
import { childrenOf, type Node, textOf } from "@/lib/engines/object-store/xml";

/** What a client says of a part when it completes an upload. */
export interface Claim {
  number: number;
  etag: string;
  checksum: Checksum | undefined;
}

/** Reads the body of a Complete. @throws MalformedXML */
export function readClaims(root: Node): Claim[] {
  const claims = childrenOf(root, "Part").map(readClaim);
  if (claims.length === 0 || claims.length > MAX_PARTS) throw storeError("MalformedXML");
  return claims;
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

/** The version that the parts named by the client make. @throws InvalidPart, InvalidPartOrder, EntityTooSmall or BadDigest */
export async function assemble(context: Context, upload: Upload, claims: Claim[]): Promise<Version> {
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
