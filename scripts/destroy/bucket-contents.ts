import {
  HeadBucketCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type ObjectIdentifier,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";

/** One bucket or what begins so in it, and the client that reaches it: a replica is in another region. A page has 1,000 unless it is said. */
export type Place = { client: S3Client; bucket: string; prefix?: string; pageSize?: number };

/** What a bucket holds. `versions` counts old and current ones, `markers` what S3 keeps of a deletion; bytes are those of all versions. */
export type Contents = { objects: number; versions: number; markers: number; uploads: number; bytes: number };

/** Whether the bucket is gone, by what the store said. */
export const isNoBucket = (error: unknown): boolean =>
  error instanceof Error && ["NoSuchBucket", "NotFound"].includes(error.name);

/** Whether there is such a bucket; one that these credentials may not look into is there too. */
export async function isBucketThere({ client, bucket }: Place): Promise<boolean> {
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }));
    return true;
  } catch (error) {
    if (isNoBucket(error)) return false;
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403) return true;
    throw error;
  }
}

/**
 * Counts all that is in a bucket, a page at a time; null when there is no such bucket.
 * `onPage` hears how many were counted since it last did.
 */
export async function measureBucket(place: Place, onPage?: (count: number) => void): Promise<Contents | null> {
  const sum: Contents = { objects: 0, versions: 0, markers: 0, uploads: 0, bytes: 0 };
  try {
    for await (const { Versions = [], DeleteMarkers = [] } of versionPages(place)) {
      sum.objects += Versions.filter(({ IsLatest }) => IsLatest).length;
      sum.versions += Versions.length;
      sum.markers += DeleteMarkers.length;
      sum.bytes += Versions.reduce((bytes, { Size = 0 }) => bytes + Size, 0);
      onPage?.(Versions.length + DeleteMarkers.length);
    }
    for await (const { Uploads = [] } of uploadPages(place)) sum.uploads += Uploads.length;
    return sum;
  } catch (error) {
    if (isNoBucket(error)) return null;
    throw error;
  }
}

/** The versions and delete markers of a bucket, a page at a time. */
export async function* versionPages({
  client,
  bucket,
  prefix,
  pageSize,
}: Place): AsyncGenerator<ListObjectVersionsCommandOutput> {
  let at: { KeyMarker?: string; VersionIdMarker?: string } | undefined = {};
  while (at) {
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix, MaxKeys: pageSize, ...at }),
    );
    yield page;
    at = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : undefined;
  }
}

/** The unfinished uploads of a bucket, a page at a time. */
export async function* uploadPages({
  client,
  bucket,
  prefix,
  pageSize,
}: Place): AsyncGenerator<ListMultipartUploadsCommandOutput> {
  let at: { KeyMarker?: string; UploadIdMarker?: string } | undefined = {};
  while (at) {
    const page: ListMultipartUploadsCommandOutput = await client.send(
      new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: prefix, MaxUploads: pageSize, ...at }),
    );
    yield page;
    at = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker } : undefined;
  }
}

/** All that a page names, as DeleteObjects wants it. */
export const namedIn = ({ Versions = [], DeleteMarkers = [] }: ListObjectVersionsCommandOutput): ObjectIdentifier[] =>
  [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
