import type { Handler } from "./context";
import { storeError } from "./errors";
import { listBuckets } from "./handlers/buckets";
import { BUCKET_ROUTES } from "./routes-bucket";
import { MULTIPART_COPY_ROUTES, MULTIPART_ROUTES } from "./routes-multipart";
import { COPY_ROUTES, OBJECT_ROUTES } from "./routes-object";
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

const OBJECT: Record<string, Handler> = { ...OBJECT_ROUTES, ...MULTIPART_ROUTES };
const COPY: Record<string, Handler> = { ...COPY_ROUTES, ...MULTIPART_COPY_ROUTES };

/** Finds what answers a request. @throws NotImplemented or MethodNotAllowed: nothing is taken and passed over. */
export function route(method: string, target: Target, isCopy: boolean): Handler {
  const named = [...target.query.keys()].filter((name) => SUBRESOURCES.has(name));
  const line = `${method} ${named.join(" ")}`;
  if (!target.bucket) {
    if (line === "GET ") return listBuckets;
    throw storeError("MethodNotAllowed");
  }
  const table = isCopy ? COPY : OBJECT;
  const handler = target.key ? table[line] : BUCKET_ROUTES[line];
  if (handler) return handler;
  throw storeError(named.length > 0 || method === "POST" ? "NotImplemented" : "MethodNotAllowed");
}
