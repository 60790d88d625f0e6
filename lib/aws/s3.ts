import { Readable } from "node:stream";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListPartsCommand,
  S3Client,
  type ServerSideEncryption,
} from "@aws-sdk/client-s3";
import { measured, measuring } from "@/lib/aws/measure";
import { observed, observing } from "@/lib/aws/observe";
import { outermost, patience, patientSettings, withinTotal } from "@/lib/aws/patience";
import { traced, tracing } from "@/lib/aws/trace";
import { env } from "@/lib/env";

let cached: S3Client | undefined;

/** The client for calls the app makes itself. */
export function s3(): S3Client {
  cached ??= s3Client();
  return cached;
}

/** A client of its own, as patient as SECURITY 35 says. */
export function s3Client(wait = patience): S3Client {
  const client = new S3Client({ ...s3Settings(env().S3_ENDPOINT), ...patientSettings(wait) });
  client.middlewareStack.add(traced("S3"), tracing);
  client.middlewareStack.add(withinTotal(wait), outermost);
  client.middlewareStack.add(measured("s3"), measuring);
  client.middlewareStack.add(observed("s3"), observing);
  return client;
}

/** Settings shared with the signing client. `WHEN_REQUIRED`: else the SDK signs the CRC-32 of an empty body (STACK, Falls). */
export function s3Settings(endpoint: string | undefined) {
  const { AWS_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_FORCE_PATH_STYLE } = env();
  const given = S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY;
  return {
    region: AWS_REGION,
    endpoint,
    forcePathStyle: S3_FORCE_PATH_STYLE,
    requestChecksumCalculation: "WHEN_REQUIRED" as const,
    responseChecksumValidation: "WHEN_REQUIRED" as const,
    ...(given ? { credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY } } : {}),
  };
}

let firstAnswer: Promise<unknown> | undefined;

/**
 * The store's time, by what its last answer to us said; before the first one it is asked. What clients will show it is signed
 * by this: a clock of ours that is wrong would have every link refused, and nobody would tell us (SECURITY 30).
 */
export async function storeTime(): Promise<Date> {
  firstAnswer ??= s3()
    .send(new HeadBucketCommand({ Bucket: bucket() }))
    .catch(() => {
      firstAnswer = undefined;
    });
  await firstAnswer;
  return new Date(Date.now() + s3().config.systemClockOffset);
}

/** The bucket's name. */
export const bucket = (): string => env().S3_BUCKET;

const named = (Key: string) => ({ Bucket: bucket(), Key });

/** Encryption to ask for, where the engine is configured for it. */
export const encryption = (): { ServerSideEncryption?: ServerSideEncryption } =>
  env().S3_SSE ? { ServerSideEncryption: env().S3_SSE } : {};

/** Opens a multipart upload and answers S3's id of it. */
export async function openMultipart(objectKey: string, contentType: string): Promise<string> {
  const command = new CreateMultipartUploadCommand({ ...named(objectKey), ContentType: contentType, ...encryption() });
  const { UploadId } = await s3().send(command);
  if (!UploadId) throw new Error("The object store opened an upload without an id");
  return UploadId;
}

export type StoredPart = { partNumber: number; size: number; etag: string };

/** The parts that the store has, in order; null when it does not know the upload (completed, aborted or swept). */
export async function listStoredParts(objectKey: string, multipartId: string): Promise<StoredPart[] | null> {
  const parts: StoredPart[] = [];
  let marker: string | undefined;
  try {
    do {
      const command = new ListPartsCommand({ ...named(objectKey), UploadId: multipartId, PartNumberMarker: marker });
      const page = await s3().send(command);
      for (const part of page.Parts ?? []) {
        parts.push({ partNumber: part.PartNumber ?? 0, size: part.Size ?? 0, etag: part.ETag ?? "" });
      }
      marker = page.IsTruncated ? page.NextPartNumberMarker : undefined;
    } while (marker);
    return parts;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Puts the parts together; false when the store no longer knows the upload. Repeating it is safe: HEAD tells what is there. */
export async function completeMultipart(objectKey: string, multipartId: string, parts: StoredPart[]): Promise<boolean> {
  const Parts = parts.map(({ partNumber, etag }) => ({ PartNumber: partNumber, ETag: etag }));
  try {
    await s3().send(
      new CompleteMultipartUploadCommand({ ...named(objectKey), UploadId: multipartId, MultipartUpload: { Parts } }),
    );
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Throws the parts away; a second time is no error. */
export async function abortMultipart(objectKey: string, multipartId: string): Promise<void> {
  try {
    await s3().send(new AbortMultipartUploadCommand({ ...named(objectKey), UploadId: multipartId }));
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

export type StoredObject = { size: number; md5: string | null; sha256: string | null };

/** Size and digests of an object as the store proves them; null when it is not there. */
export async function headObject(objectKey: string): Promise<StoredObject | null> {
  try {
    const head = await s3().send(new HeadObjectCommand({ ...named(objectKey), ChecksumMode: "ENABLED" }));
    const etag = head.ETag?.replaceAll('"', "") ?? "";
    const isWhole = head.ChecksumType !== "COMPOSITE" && !head.ChecksumSHA256?.includes("-");
    return {
      size: head.ContentLength ?? 0,
      md5: /^[0-9a-f]{32}$/.test(etag) && env().S3_SSE !== "aws:kms" ? etag : null,
      sha256: isWhole && head.ChecksumSHA256 ? Buffer.from(head.ChecksumSHA256, "base64").toString("hex") : null,
    };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The first bytes of an object, for telling its type. An empty object has none. */
export async function readStart(objectKey: string, bytes: number): Promise<Uint8Array> {
  const command = new GetObjectCommand({ ...named(objectKey), Range: `bytes=0-${bytes - 1}` });
  const { Body } = await s3().send(command);
  return Body ? Body.transformToByteArray() : new Uint8Array();
}

/** Deletes an object; a second time is no error. Only jobs call this, once no row names the object (SECURITY 27). */
export async function deleteObject(objectKey: string): Promise<void> {
  await s3().send(new DeleteObjectCommand(named(objectKey)));
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && ["NoSuchUpload", "NoSuchKey", "NotFound"].includes(error.name);

/** The content of an object as a stream of bytes. */
export async function openObject(objectKey: string): Promise<AsyncIterable<Uint8Array>> {
  const { Body } = await s3().send(new GetObjectCommand(named(objectKey)));
  if (!(Body instanceof Readable)) throw new Error("The object store sent no body");
  return Body;
}
