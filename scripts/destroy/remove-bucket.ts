import { AbortMultipartUploadCommand, DeleteBucketCommand, DeleteObjectsCommand } from "@aws-sdk/client-s3";
import { isNoBucket, namedIn, type Place, uploadPages, versionPages } from "./bucket-contents";

// What was on its way when the app ended, or from bucket to replica, may still arrive after it was emptied.
const ROUNDS = 5;

/** Where each deletion is told: how many went. */
type OnGone = (count: number) => void;

/**
 * Empties a bucket for good and deletes it: every version, delete marker and unfinished upload. False when it was gone already;
 * after a failure in the middle it goes on with what is left.
 * @throws Error that names the first object that the store keeps, and why.
 */
export async function removeBucket(place: Place, onGone: OnGone = () => undefined): Promise<boolean> {
  for (let round = 1; ; round++) {
    try {
      await emptyBucket(place, onGone);
      await place.client.send(new DeleteBucketCommand({ Bucket: place.bucket }));
      return true;
    } catch (error) {
      if (isNoBucket(error)) return false;
      const isFilledAgain = error instanceof Error && error.name === "BucketNotEmpty" && round < ROUNDS;
      if (!isFilledAgain) throw error;
    }
  }
}

/** Takes all out of a bucket for good: every version, delete marker and unfinished upload. */
export async function emptyBucket(place: Place, onGone: OnGone): Promise<void> {
  const { client, bucket: Bucket } = place;
  for await (const page of versionPages(place)) {
    const Objects = namedIn(page);
    if (Objects.length === 0) continue;
    const { Errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
    const [kept] = Errors;
    if (kept) throw new Error(`${Bucket} keeps ${Errors.length} objects, ${kept.Key} among them: ${kept.Message}`);
    onGone(Objects.length);
  }
  for await (const { Uploads = [] } of uploadPages(place)) {
    if (Uploads.length === 0) continue;
    for (const { Key, UploadId } of Uploads)
      await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
    onGone(Uploads.length);
  }
}
