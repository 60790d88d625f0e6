import type { Handler } from "./context";
import { completeUpload } from "./handlers/complete-upload";
import { listParts } from "./handlers/list-uploads";
import { abortUpload, createUpload } from "./handlers/multipart";
import { uploadPart } from "./handlers/upload-part";
import { uploadPartCopy } from "./handlers/upload-part-copy";

/** Calls that concern a multipart upload. */
export const MULTIPART_ROUTES: Record<string, Handler> = {
  "POST uploads": createUpload,
  "PUT uploadId": uploadPart,
  "GET uploadId": listParts,
  "POST uploadId": completeUpload,
  "DELETE uploadId": abortUpload,
};

/** The same with `x-amz-copy-source`. */
export const MULTIPART_COPY_ROUTES: Record<string, Handler> = { "PUT uploadId": uploadPartCopy };
