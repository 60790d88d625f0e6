import { GetObjectCommand, PutObjectCommand, S3Client, UploadPartCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { downloadOrigin, signForCloudFront } from "@/lib/aws/cloudfront";
import { contentDisposition } from "@/lib/aws/content-disposition";
import { observed, observing } from "@/lib/aws/observe";
import { bucket, encryption, s3Settings, storeTime } from "@/lib/aws/s3";
import { env } from "@/lib/env";

/** Digests of the bytes to come; each that the engine understands is signed in, so that the store refuses other bytes. */
export type Digests = { md5?: string; sha256?: string };

/** A request that a client makes itself: PUT to `url` with these headers. */
export type SignedRequest = { url: string; headers: Record<string, string> };

const clients = new Map<string, S3Client>();

// The client signs for the address that the reader will use, which need not be the app's own way to the store.
function signer(host?: string): S3Client {
  const { S3_PUBLIC_ENDPOINT, S3_ENDPOINT } = env();
  const endpoint = S3_PUBLIC_ENDPOINT?.replace("{host}", host ?? "localhost") ?? S3_ENDPOINT ?? "";
  const known = clients.get(endpoint);
  if (known) return known;
  const client = new S3Client(s3Settings(endpoint || undefined));
  client.middlewareStack.add(observed("s3"), observing);
  if (clients.size < 100) clients.set(endpoint, client);
  return client;
}

export type PutTarget = { objectKey: string; size: number; type: string; digests: Digests; host?: string };

/** A single PUT of exactly this many bytes. `If-None-Match: *`: a kept URL never replaces what was completed (DESIGN 4). */
export async function presignPut({ objectKey, size, type, digests, host }: PutTarget): Promise<SignedRequest> {
  const headers = { "content-type": type, "if-none-match": "*", ...sseHeader(), ...digestHeaders(digests) };
  const command = new PutObjectCommand({
    Bucket: bucket(),
    Key: objectKey,
    ContentLength: size,
    ContentType: type,
    IfNoneMatch: "*",
    ...encryption(),
    ...digestFields(digests),
  });
  const url = await getSignedUrl(signer(host), command, await signedAs(headers, env().PUT_URL_SECONDS));
  return { url, headers };
}

export type PartTarget = {
  objectKey: string;
  multipartId: string;
  partNumber: number;
  size: number;
  digests: Digests;
  host?: string;
};

/** A PUT of one part of exactly this many bytes, good for 15 minutes. */
export async function presignPart(target: PartTarget): Promise<SignedRequest> {
  const headers = digestHeaders(target.digests);
  const command = new UploadPartCommand({
    Bucket: bucket(),
    Key: target.objectKey,
    UploadId: target.multipartId,
    PartNumber: target.partNumber,
    ContentLength: target.size,
    ...digestFields(target.digests),
  });
  const url = await getSignedUrl(signer(target.host), command, await signedAs(headers, env().PUT_URL_SECONDS));
  return { url, headers };
}

export type GetTarget = {
  objectKey: string;
  name: string;
  type: string;
  disposition: "inline" | "attachment";
  seconds: number;
  host?: string;
};

/** A GET whose type and disposition are signed in, so that nobody turns a download into a page (SECURITY 19). */
export async function presignGet({ objectKey, name, type, disposition, seconds, host }: GetTarget): Promise<string> {
  const given = {
    "response-content-disposition": contentDisposition(disposition, name),
    "response-content-type": type,
    "response-cache-control": "private, no-transform",
  };
  if (downloadOrigin()) return signForCloudFront(objectKey, given, seconds);
  const command = new GetObjectCommand({
    Bucket: bucket(),
    Key: objectKey,
    ResponseContentDisposition: given["response-content-disposition"],
    ResponseContentType: given["response-content-type"],
    ResponseCacheControl: given["response-cache-control"],
  });
  return getSignedUrl(signer(host), command, { expiresIn: seconds, signingDate: await storeTime() });
}

async function signedAs(headers: Record<string, string>, expiresIn: number) {
  const names = Object.keys(headers);
  return {
    expiresIn,
    signingDate: await storeTime(),
    signableHeaders: new Set(["host", "content-length", ...names]),
    unhoistableHeaders: new Set(names),
  };
}

const sseHeader = (): Record<string, string> => {
  const { S3_SSE } = env();
  return S3_SSE ? { "x-amz-server-side-encryption": S3_SSE } : {};
};

function digestHeaders({ md5, sha256 }: Digests): Record<string, string> {
  const proof: Record<string, string> =
    sha256 && env().S3_CHECKSUM === "sha256" ? { "x-amz-checksum-sha256": toBase64(sha256) } : {};
  return { ...(md5 ? { "content-md5": md5 } : {}), ...proof };
}

function digestFields({ md5, sha256 }: Digests) {
  const proof = sha256 && env().S3_CHECKSUM === "sha256" ? { ChecksumSHA256: toBase64(sha256) } : {};
  return { ...(md5 ? { ContentMD5: md5 } : {}), ...proof };
}

const toBase64 = (hex: string): string => Buffer.from(hex, "hex").toString("base64");
