import type { IncomingHttpHeaders } from "node:http";
import {
  CHECKSUM_ALGORITHMS,
  type Checksum,
  type ChecksumAlgorithm,
  findAlgorithm,
  isChecksumValue,
} from "./checksums";
import { storeError } from "./errors";
import { UNSIGNED_PAYLOAD } from "./signature";

/** What a request says of its body before the first byte of it. */
export interface BodyPlan {
  size: number;
  isChunked: boolean;
  md5: Buffer | undefined;
  sha256: string | undefined;
  checksum: Checksum | undefined;
  trailer: ChecksumAlgorithm | undefined;
}

const STREAMING_TRAILER = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

/** @throws when the headers are not usable or ask for what is not implemented. */
export function planBody(headers: IncomingHttpHeaders, payloadHash: string): BodyPlan {
  const isChunked = payloadHash === STREAMING_TRAILER;
  if (payloadHash.startsWith("STREAMING-") && !isChunked) {
    throw storeError("NotImplemented", `The payload form ${payloadHash} is not implemented.`);
  }
  const isHash = /^[0-9a-f]{64}$/.test(payloadHash);
  if (!isHash && !isChunked && payloadHash !== UNSIGNED_PAYLOAD) {
    throw storeError("InvalidArgument", "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, a streaming form or a SHA-256");
  }
  const checksum = readChecksum(headers);
  const trailer = readTrailer(headers);
  if (trailer && (checksum || !isChunked))
    throw storeError("InvalidRequest", "Expecting a single x-amz-checksum- header");
  refuseAlgorithmWithoutValue(headers, checksum?.algorithm ?? trailer);
  return {
    size: readSize(headers, isChunked),
    isChunked,
    md5: readMd5(headers),
    sha256: isHash ? payloadHash : undefined,
    checksum,
    trailer,
  };
}

function readSize(headers: IncomingHttpHeaders, isChunked: boolean): number {
  const text = isChunked ? headers["x-amz-decoded-content-length"] : headers["content-length"];
  if (text === undefined || (headers["content-length"] === undefined && !isChunked))
    throw storeError("MissingContentLength");
  if (typeof text !== "string" || !/^\d{1,15}$/.test(text))
    throw storeError("InvalidArgument", "The length is not a number.");
  return Number(text);
}

function readMd5(headers: IncomingHttpHeaders): Buffer | undefined {
  const text = headers["content-md5"];
  if (text === undefined) return undefined;
  const bytes = Buffer.from(String(text), "base64");
  if (bytes.length !== 16 || bytes.toString("base64") !== text) throw storeError("InvalidDigest");
  return bytes;
}

function readChecksum(headers: IncomingHttpHeaders): Checksum | undefined {
  const given = CHECKSUM_ALGORITHMS.flatMap((algorithm): Checksum[] => {
    const value = headers[`x-amz-checksum-${algorithm}`];
    return typeof value === "string" ? [{ algorithm, value }] : [];
  });
  const [first] = given;
  if (given.length > 1) throw storeError("InvalidRequest", "Expecting a single x-amz-checksum- header");
  if (first && !isChecksumValue(first.algorithm, first.value)) {
    throw storeError("InvalidRequest", `Value for x-amz-checksum-${first.algorithm} header is invalid.`);
  }
  return first;
}

function readTrailer(headers: IncomingHttpHeaders): ChecksumAlgorithm | undefined {
  const name = headers["x-amz-trailer"];
  if (name === undefined) return undefined;
  const algorithm = findAlgorithm(String(name).replace(/^x-amz-checksum-/i, ""));
  if (!algorithm)
    throw storeError("InvalidRequest", "The value specified in the x-amz-trailer header is not supported");
  return algorithm;
}

function refuseAlgorithmWithoutValue(headers: IncomingHttpHeaders, found: ChecksumAlgorithm | undefined): void {
  const wanted = headers["x-amz-sdk-checksum-algorithm"];
  if (wanted === undefined) return;
  if (!found) {
    const text =
      "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.";
    throw storeError("InvalidRequest", text);
  }
  if (findAlgorithm(String(wanted)) !== found) {
    throw storeError("InvalidRequest", "Value for x-amz-sdk-checksum-algorithm header is invalid.");
  }
}

/** Reads `x-amz-checksum-algorithm`. @throws InvalidRequest for one that S3 does not know */
export function wantedAlgorithm(header: string | string[] | undefined): ChecksumAlgorithm | undefined {
  if (header === undefined) return undefined;
  const algorithm = findAlgorithm(String(header));
  if (!algorithm) throw storeError("InvalidRequest", "Checksum algorithm provided is unsupported.");
  return algorithm;
}

/** For calls that S3 refuses unless their body is proved. @throws InvalidRequest */
export function requireChecksum(headers: IncomingHttpHeaders): void {
  if (headers["content-md5"] !== undefined || readChecksum(headers) || readTrailer(headers)) return;
  throw storeError("InvalidRequest", "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
}
