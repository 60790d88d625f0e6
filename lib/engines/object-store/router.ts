import type { Handler } from "./context";
import { storeError } from "./errors";
import * as config from "./handlers/bucket-config";
import * as buckets from "./handlers/buckets";
import { completeUpload } from "./handlers/complete-upload";
import { copyObject } from "./handlers/copy-object";
import { deleteObject, deleteObjects } from "./handlers/delete-object";
import { getAttributes } from "./handlers/get-attributes";
import { getObject } from "./handlers/get-object";
import { listObjects } from "./handlers/list-objects";
import { listParts, listUploads } from "./handlers/list-uploads";
import { listVersions } from "./handlers/list-versions";
import * as multipart from "./handlers/multipart";
import { putObject } from "./handlers/put-object";
import { uploadPart, uploadPartCopy } from "./handlers/upload-part";
import type { Target } from "./target";

// What a query names, besides options of a call. Those without a line in the tables are not implemented.
const SUBRESOURCES = new Set(
  (
    "accelerate acl analytics attributes cors delete encryption intelligent-tiering inventory legal-hold lifecycle " +
    "location logging metadataTable metrics notification object-lock ownershipControls policy policyStatus " +
    "publicAccessBlock renameObject replication requestPayment restore retention select session tagging torrent " +
    "uploads uploadId versioning versions website"
  ).split(" "),
);

const BUCKET: Record<string, Handler> = {
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

const OBJECT: Record<string, Handler> = {
  "PUT ": putObject,
  "GET ": getObject,
  "HEAD ": getObject,
  "DELETE ": deleteObject,
  "GET attributes": getAttributes,
  "POST uploads": multipart.createUpload,
  "PUT uploadId": uploadPart,
  "GET uploadId": listParts,
  "POST uploadId": completeUpload,
  "DELETE uploadId": multipart.abortUpload,
};

const COPY: Record<string, Handler> = { "PUT ": copyObject, "PUT uploadId": uploadPartCopy };

/** Finds what answers a request. @throws NotImplemented or MethodNotAllowed: nothing is taken and passed over. */
export function route(method: string, target: Target, isCopy: boolean): Handler {
  const named = [...target.query.keys()].filter((name) => SUBRESOURCES.has(name));
  const line = `${method} ${named.join(" ")}`;
  if (!target.bucket) {
    if (line === "GET ") return buckets.listBuckets;
    throw storeError("MethodNotAllowed");
  }
  const tables = target.key ? [isCopy ? COPY : OBJECT] : [BUCKET];
  const handler = tables.map((table) => table[line]).find(Boolean);
  if (handler) return handler;
  throw storeError(named.length > 0 || method === "POST" ? "NotImplemented" : "MethodNotAllowed");
}
