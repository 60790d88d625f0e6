import type { Handler } from "./context";
import { copyObject } from "./handlers/copy-object";
import { deleteObject } from "./handlers/delete-object";
import { getAttributes } from "./handlers/get-attributes";
import { getObject } from "./handlers/get-object";
import { putObject } from "./handlers/put-object";

/** Calls that concern an object. */
export const OBJECT_ROUTES: Record<string, Handler> = {
  "PUT ": putObject,
  "GET ": getObject,
  "HEAD ": getObject,
  "DELETE ": deleteObject,
  "GET attributes": getAttributes,
};

/** The same with `x-amz-copy-source`. */
export const COPY_ROUTES: Record<string, Handler> = { "PUT ": copyObject };
