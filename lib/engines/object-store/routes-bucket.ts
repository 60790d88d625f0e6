import type { Handler } from "./context";
import * as config from "./handlers/bucket-config";
import * as buckets from "./handlers/buckets";
import { deleteObjects } from "./handlers/delete-object";
import { listObjects } from "./handlers/list-objects";
import { listUploads } from "./handlers/list-uploads";
import { listVersions } from "./handlers/list-versions";

/** Calls that concern a bucket, by method and subresource. */
export const BUCKET_ROUTES: Record<string, Handler> = {
  "PUT ": buckets.createBucket,
  "HEAD ": buckets.headBucket,
  "DELETE ": buckets.deleteBucket,
  "GET ": listObjects,
  "GET location": buckets.getLocation,
  "GET uploads": listUploads,
  "GET versions": listVersions,
  "POST delete": deleteObjects,
  "PUT cors": config.putCors,
  "GET cors": config.getCors,
  "DELETE cors": config.deleteCors,
  "PUT versioning": config.putVersioning,
  "GET versioning": config.getVersioning,
  "PUT encryption": config.putEncryption,
  "GET encryption": config.getEncryption,
  "PUT lifecycle": config.putLifecycle,
  "GET lifecycle": config.getLifecycle,
  "DELETE lifecycle": config.deleteLifecycle,
  "PUT publicAccessBlock": config.putPublicAccessBlock,
  "GET publicAccessBlock": config.getPublicAccessBlock,
};
